# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'noatime' and 'atime', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["noatime"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt noatime
config '.mounts[-1].options += ["atime"]'
must run
expect_no_option /mnt noatime
