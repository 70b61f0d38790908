# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'rshared': the mounts below are in peer groups too.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rshared\"]}"
args cat /proc/self/mountinfo
must run
[[ $(tagged /mnt) == *shared:* ]] || fail "tags are '$(tagged /mnt)'"
[[ $(tagged /mnt/sub) == *shared:* ]] || fail "tags below are '$(tagged /mnt/sub)'"
