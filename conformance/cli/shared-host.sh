# SPDX-License-Identifier: Apache-2.0
# hazards.md 2: on a host with shared mounts nothing of the container's reaches it.
. "$KIT"
mount --make-rshared /
cut -d' ' -f5- /proc/self/mountinfo >"$tmp/before"
mkdir "$tmp/data"
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"rbind\"]}"
inside 'mkdir -p /data/below; mount -t tmpfs from-inside /data/below; mount -t tmpfs from-inside /mnt; exec sleep 1000'
must create
must rt start "$id"
wait_until grep -q ' /mnt .*from-inside' "/proc/$(state .pid)/mountinfo"
cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'it reached the host'
must rt delete --force "$id"
mount --make-rprivate /
