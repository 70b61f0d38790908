# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: nothing of a masked directory can be read, and nothing written.
. "$KIT"
mkdir "$bundle/rootfs/hidden"
echo secret >"$bundle/rootfs/hidden/file"
config '.linux.maskedPaths = ["/hidden"]'
inside 'ls -A /hidden; cat /hidden/file; echo x >/hidden/new; echo end'
run
expect_output end
[ ! -e "$bundle/rootfs/hidden/new" ] || fail 'something was written'
