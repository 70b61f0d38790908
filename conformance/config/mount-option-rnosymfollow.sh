# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rnosymfollow' and 'rsymfollow': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rnosymfollow\"]}"
args cat /proc/self/mountinfo
must run
expect_option /mnt nosymfollow
expect_option /mnt/sub nosymfollow
mount -o remount,bind,nosymfollow "$tmp/tree"
mount -o remount,bind,nosymfollow "$tmp/tree/sub"
config '.mounts[-1].options = ["rbind", "rsymfollow"]'
must run
expect_no_option /mnt nosymfollow
expect_no_option /mnt/sub nosymfollow
