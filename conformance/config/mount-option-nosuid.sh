# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'nosuid' and 'suid', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["nosuid"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt nosuid
config '.mounts[-1].options += ["suid"]'
must run
expect_no_option /mnt nosuid
