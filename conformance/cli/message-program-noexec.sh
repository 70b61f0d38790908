# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: a program on a noexec mount: permission denied, in create.
. "$KIT"
mount_entry "{destination: \"/vol\", source: \"$bundle/rootfs/bin\", options: [\"bind\", \"noexec\"]}"
args /vol/busybox true
create
expect_error 'exec: "/vol/busybox": permission denied'
expect_nothing_left
