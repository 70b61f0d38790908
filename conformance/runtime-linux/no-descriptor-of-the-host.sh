# SPDX-License-Identifier: Apache-2.0
# runtime-linux.md, File descriptors: nothing of the runtime's own is open either: no directory, no socket.
. "$KIT"
args ls -l /proc/self/fd
must run
expect_no_match 'socket:|anon_inode:|/state/|/bundle'
expect_no_match ' ([4-9]|[0-9]{2,}) -> '
