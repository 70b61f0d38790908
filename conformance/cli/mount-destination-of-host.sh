# SPDX-License-Identifier: Apache-2.0
# peers.md 2.3: a destination that is the host's path of something below the rootfs, as callers write it who know
# the container by its place on the host, is taken from the rootfs, with a warning; as runc takes it.
. "$KIT"
mount_entry "{destination: \"$bundle/rootfs/mnt/here\", type: \"tmpfs\", source: \"tmpfs\"}"
args cat /proc/self/mountinfo
must rt --log "$tmp/log" --log-level warning run --bundle "$bundle" "$id"
expect_match ' /mnt/here .* tmpfs '
! is_hull || grep -q "/mounts/.*/destination: .* taken as '/mnt/here'" "$tmp/log" || fail 'no warning'
[ ! -e "$bundle/rootfs$bundle" ] || fail 'the path was made inside'

# What must not be mounted over is told by the place that it means.
config '.mounts[-1].destination = $place' --arg place "$bundle/rootfs/proc/sys"
! is_hull || expect_refused_create '/proc/sys'
