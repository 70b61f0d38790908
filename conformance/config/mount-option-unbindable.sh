# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'unbindable' and 'runbindable': a mount that cannot be bound.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"runbindable\"]}"
mount_entry '{destination: "/mnt1", type: "tmpfs", source: "tmpfs", options: ["unbindable"]}'
args cat /proc/self/mountinfo
must run
[[ $(tagged /mnt) == *unbindable* ]] || fail "tags are '$(tagged /mnt)'"
[[ $(tagged /mnt/sub) == *unbindable* ]] || fail "tags below are '$(tagged /mnt/sub)'"
[[ $(tagged /mnt1) == *unbindable* ]] || fail "tags are '$(tagged /mnt1)'"
