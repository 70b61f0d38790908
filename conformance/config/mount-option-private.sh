# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'private' and 'rprivate': no peer group, even below a shared source.
. "$KIT"
host_tree
mount --make-rshared "$tmp/tree"
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rprivate\"]}"
mount_entry "{destination: \"/mnt1\", source: \"$tmp/tree\", options: [\"bind\", \"private\"]}"
args cat /proc/self/mountinfo
must run
expect_equal "$(tagged /mnt)$(tagged /mnt/sub)$(tagged /mnt1)" '' tags
