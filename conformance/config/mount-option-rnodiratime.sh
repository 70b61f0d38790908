# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rnodiratime' and 'rdiratime': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rnodiratime\"]}"
args cat /proc/self/mountinfo
must run
expect_option /mnt nodiratime
expect_option /mnt/sub nodiratime
mount -o remount,bind,nodiratime "$tmp/tree"
mount -o remount,bind,nodiratime "$tmp/tree/sub"
config '.mounts[-1].options = ["rbind", "rdiratime"]'
must run
expect_no_option /mnt nodiratime
expect_no_option /mnt/sub nodiratime
