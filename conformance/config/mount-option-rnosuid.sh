# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rnosuid' and 'rsuid': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rnosuid\"]}"
args cat /proc/self/mountinfo
must run
expect_option /mnt nosuid
expect_option /mnt/sub nosuid
mount -o remount,bind,nosuid "$tmp/tree"
mount -o remount,bind,nosuid "$tmp/tree/sub"
config '.mounts[-1].options = ["rbind", "rsuid"]'
must run
expect_no_option /mnt nosuid
expect_no_option /mnt/sub nosuid
