# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: a cwd that cannot be entered fails in create.
. "$KIT"
echo text >"$bundle/rootfs/file"
config '.process.cwd = "/file"'
create
expect_error
expect_nothing_left
