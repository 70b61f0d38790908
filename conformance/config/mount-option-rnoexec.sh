# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime should know 'rnoexec' and 'rexec': the whole tree of an rbind,
# with the mounts below, gets the attribute or loses it.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rnoexec\"]}"
args cat /proc/self/mountinfo
must run
expect_option /mnt noexec
expect_option /mnt/sub noexec
mount -o remount,bind,noexec "$tmp/tree"
mount -o remount,bind,noexec "$tmp/tree/sub"
config '.mounts[-1].options = ["rbind", "rexec"]'
must run
expect_no_option /mnt noexec
expect_no_option /mnt/sub noexec
