# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a bind of a shared source, without any propagation word: what the
# container mounts below it does not appear on the host.
. "$KIT"
host_tree
mount --make-rshared "$tmp/tree"
mkdir "$tmp/tree/later"
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\"]}"
inside 'mount -t tmpfs from-inside /mnt/later; echo $?'
must run
expect_output 0
! grep -q from-inside /proc/self/mountinfo || { umount "$tmp/tree/later"; fail 'it appears on the host'; }
