# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: on a 'noexec' mount nothing is executed.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["noexec"]}'
inside 'cp /bin/busybox /mnt/true; /mnt/true; echo $?'
must run
expect_line 126
