# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: with 'rshared' on a shared source, a mount of the container reaches it.
. "$KIT"
host_tree
mount --make-rshared "$tmp/tree"
mkdir "$tmp/tree/later"
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"rshared\"]}"
config '.linux.rootfsPropagation = "shared"'
inside 'mount -t tmpfs from-inside /mnt/later; echo $?'
must run
expect_output 0
grep -q " $tmp/tree/later .*from-inside" /proc/self/mountinfo || fail 'the mount did not reach the source'
umount "$tmp/tree/later"
