# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rro' and 'rrw': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rro\"]}"
inside 'cat /proc/self/mountinfo; echo x >/mnt/sub/file && echo written'
run
expect_option /mnt ro
expect_option /mnt/sub ro
expect_no_match '^written'
mount -o remount,bind,ro "$tmp/tree"
mount -o remount,bind,ro "$tmp/tree/sub"
config '.mounts[-1].options = ["rbind", "rrw"]'
args cat /proc/self/mountinfo
must run
expect_no_option /mnt ro
expect_no_option /mnt/sub ro
