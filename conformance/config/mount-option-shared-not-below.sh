# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'shared' on an rbind is about the upper mount: what the container mounts
# on one below does not reach the host, even when the source is shared there.
. "$KIT"
host_tree
mount --make-rshared "$tmp/tree"
mkdir "$tmp/tree/sub/later"
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\", \"shared\"]}"
inside 'mount -t tmpfs from-inside /mnt/sub/later; echo $?'
must run
expect_output 0
! grep -q from-inside /proc/self/mountinfo || { umount "$tmp/tree/sub/later"; fail 'it reached the host'; }
