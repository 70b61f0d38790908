# SPDX-License-Identifier: Apache-2.0
# config.md, Root: with readonly the root filesystem cannot be written to.
. "$KIT"
config '.root.readonly = true'
inside 'echo text >/file'
run
[ "$status" != 0 ] || fail 'the program could write'
[ ! -e "$bundle/rootfs/file" ] || fail 'the file is there'
expect_error 'read-only file system'
