# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'nodev' and 'dev', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["nodev"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt nodev
config '.mounts[-1].options += ["dev"]'
must run
expect_no_option /mnt nodev
