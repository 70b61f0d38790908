# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rstrictatime' and 'rnostrictatime': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rstrictatime\"]}"
args cat /proc/self/mountinfo
must run
expect_no_option /mnt relatime
expect_no_option /mnt/sub relatime
config '.mounts[-1].options = ["rbind", "rnostrictatime"]'
must run
expect_option /mnt/sub relatime
