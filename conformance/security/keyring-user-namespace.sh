# SPDX-License-Identifier: Apache-2.0
# peers.md 5.3: in a user namespace the keyring is the container's root user's, and so counts for that.
. "$KIT"
process_tool
"$process" keyring | grep -q '^keyring;' || skip 'a kernel with keys'
user_namespace
inside 'process keyring && process add-key mine && process has-key mine && echo found'
must run
expect_match "^keyring;0;[0-9]+;[0-9a-f]{8};(_ses\.)?$TOKEN\$"
expect_line found
