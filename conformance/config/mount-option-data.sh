# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: what the runtime does not know goes to the filesystem, joined by commas.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs",
  options: ["nosuid", "size=1048576", "mode=711", "nr_inodes=17"]}'
inside 'cat /proc/self/mountinfo; stat -c "mode %a" /mnt'
must run
expect_option /mnt size=1024k
expect_option /mnt nr_inodes=17
expect_line 'mode 711'
