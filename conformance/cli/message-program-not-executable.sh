# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: a file that may not be executed: permission denied, in create.
. "$KIT"
echo text >"$bundle/rootfs/file"
args /file
create
expect_error 'permission denied|not executable'
expect_nothing_left
