# SPDX-License-Identifier: Apache-2.0
# issue 4, hazards.md 2: no mount that is made in a container shows on the host, whose mounts are all shared:
# on the root filesystem, on binds and trees of shared mounts, on what is mounted below them; with a user
# namespace and without.
. "$KIT"
mount --make-rshared /
host_tree
mkdir "$tmp/tree/place" "$tmp/tree/sub/place" "$tmp/one" "$tmp/one/place" "$bundle/rootfs/place"
host_mount --bind "$bundle/rootfs" "$bundle/rootfs"
chmod -R a+rX "$tmp"
chmod 755 "$WORK" "$DIR"
mount_entry "{destination: \"/tree\", source: \"$tmp/tree\", options: [\"rbind\"]}"
mount_entry "{destination: \"/private\", source: \"$tmp/tree\", options: [\"rbind\", \"private\"]}"
mount_entry "{destination: \"/slave\", source: \"$tmp/tree\", options: [\"rbind\", \"rslave\"]}"
mount_entry "{destination: \"/one\", source: \"$tmp/one\", options: [\"bind\", \"ro\"]}"
cut -d' ' -f5- /proc/self/mountinfo >"$tmp/before"
inside 'for place in /place / /tree/place /tree/sub/place /private/place /private/sub/place /slave/place /slave/sub/place \
    /one/place /dev /proc /sys /tmp /mnt; do
    mount -t tmpfs from-inside $place && mounted=$((mounted + 1))
    mount --bind /bin $place && mounted=$((mounted + 1))
    mount --make-shared $place
    mount -t tmpfs from-inside $place && mounted=$((mounted + 1))
  done
  echo "mounted $mounted" >&2; exec /bin/sleep 1000'
for user in '' user_namespace; do
  $user
  must create
  cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'create shows on the host'
  must rt start "$id"
  wait_until grep -q '^mounted [1-9]' "$DIR/err.$((calls - 1))"
  cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'what was mounted inside shows on the host'
  must rt delete --force "$id"
  cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'its end shows on the host'
done
mount --make-rprivate /
