# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Readonly Paths: nothing below can be written.
. "$KIT"
mkdir "$bundle/rootfs/data"
echo text >"$bundle/rootfs/data/file"
config '.linux.readonlyPaths = ["/data"]'
inside 'cat /data/file; echo x >/data/new; echo x >/data/file; cat /data/file'
run
expect_output 'text
text'
[ ! -e "$bundle/rootfs/data/new" ] || fail 'a file was written'
