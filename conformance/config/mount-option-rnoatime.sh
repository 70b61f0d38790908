# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rnoatime' and 'ratime': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rnoatime\"]}"
args cat /proc/self/mountinfo
must run
expect_option /mnt noatime
expect_option /mnt/sub noatime
mount -o remount,bind,noatime "$tmp/tree"
mount -o remount,bind,noatime "$tmp/tree/sub"
config '.mounts[-1].options = ["rbind", "ratime"]'
must run
expect_no_option /mnt noatime
expect_no_option /mnt/sub noatime
