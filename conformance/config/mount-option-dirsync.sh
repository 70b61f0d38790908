# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'dirsync', as mount(8) does.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["dirsync"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt dirsync
