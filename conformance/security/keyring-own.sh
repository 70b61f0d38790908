# SPDX-License-Identifier: Apache-2.0
# peers.md 5.3: the session keyring is the container's own, named after it, of its root user; a key of
# whoever called the runtime is not found in it.
. "$KIT"
process_tool
"$process" keyring | grep -q '^keyring;' || skip 'a kernel with keys'
inside 'process keyring; process has-key caller && echo found'
# In a keyring of their own, whose key goes with them: the script's may be the host's.
under "$process" in-new-keyring sh -c '"$1" add-key caller && "$1" has-key caller && shift && exec "$@"' sh "$process"
run
expect_match "^keyring;0;[0-9]+;[0-9a-f]{8};(_ses\.)?$TOKEN\$"
expect_no_match found
