# SPDX-License-Identifier: Apache-2.0
# config.md, Root: readonly is about the root filesystem: a mount below it stays as it is asked for.
. "$KIT"
config '.root.readonly = true'
mount_entry '{destination: "/tmp", type: "tmpfs", source: "tmpfs"}'
inside 'echo text >/tmp/file && cat /tmp/file'
must run
expect_output text
