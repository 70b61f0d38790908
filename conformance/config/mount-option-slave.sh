# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'slave' and 'rslave': mounts of the host arrive, later ones too.
. "$KIT"
host_tree
mount --make-rshared "$tmp/tree"
mkdir "$tmp/tree/later"
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rslave\"]}"
mount_entry "{destination: \"/mnt1\", source: \"$tmp/tree\", options: [\"bind\", \"slave\"]}"
inside 'read line </go; cat /proc/self/mountinfo'
mkfifo "$bundle/rootfs/go"
must create
must rt start "$id"
host_mount -t tmpfs later "$tmp/tree/later"
echo >"$bundle/rootfs/go"
finish
[[ $(tagged /mnt) == *master:* && $(tagged /mnt) != *shared:* ]] || fail "tags are '$(tagged /mnt)'"
[[ $(tagged /mnt/sub) == *master:* ]] || fail "tags below are '$(tagged /mnt/sub)'"
[[ $(tagged /mnt1) == *master:* ]] || fail "tags of the bind are '$(tagged /mnt1)'"
expect_match ' /mnt/later '
