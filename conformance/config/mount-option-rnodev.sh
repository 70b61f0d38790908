# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rnodev' and 'rdev': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rnodev\"]}"
args cat /proc/self/mountinfo
must run
expect_option /mnt nodev
expect_option /mnt/sub nodev
mount -o remount,bind,nodev "$tmp/tree"
mount -o remount,bind,nodev "$tmp/tree/sub"
config '.mounts[-1].options = ["rbind", "rdev"]'
must run
expect_no_option /mnt nodev
expect_no_option /mnt/sub nodev
