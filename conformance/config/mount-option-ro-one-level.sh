# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: plain 'ro' on an rbind is about the upper mount only.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"ro\"]}"
args cat /proc/self/mountinfo
must run
expect_option /mnt ro
expect_no_option /mnt/sub ro
