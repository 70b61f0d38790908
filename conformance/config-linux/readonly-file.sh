# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Readonly Paths: a file may be one too.
. "$KIT"
echo text >"$bundle/rootfs/file"
config '.linux.readonlyPaths = ["/file"]'
inside 'echo x >/file; cat /file'
run
expect_output text
