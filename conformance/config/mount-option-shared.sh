# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'shared': the mount is in a peer group.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"shared\"]}"
args cat /proc/self/mountinfo
must run
[[ $(tagged /mnt) == *shared:* ]] || fail "tags are '$(tagged /mnt)'"
[[ $(tagged /mnt/sub) != *shared:* ]] || fail 'so is the mount below'
