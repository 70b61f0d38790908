# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'nosymfollow' and 'symfollow', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["nosymfollow"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt nosymfollow
config '.mounts[-1].options += ["symfollow"]'
must run
expect_no_option /mnt nosymfollow
