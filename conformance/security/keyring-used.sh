# SPDX-License-Identifier: Apache-2.0
# peers.md 5.3: a program in the container can use its session keyring, as root and as another user.
. "$KIT"
process_tool
"$process" keyring | grep -q '^keyring;' || skip 'a kernel with keys'
inside 'process add-key mine && process has-key mine && echo found'
must run
expect_output found
config '.process.user = {uid: 1000, gid: 1000}'
must run
expect_output found
