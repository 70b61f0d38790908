# SPDX-License-Identifier: Apache-2.0
# issue 4: a process without CAP_SYS_ADMIN, in a user namespace of the container's or in none, cannot clear
# what the config sets, on binds, trees, masked and read-only paths and a read-only root filesystem; not in a
# user namespace that it makes either, where it has every capability.
. "$KIT"
attacks
host_tree
mkdir "$tmp/one"
echo secret >"$bundle/rootfs/secret"
mkdir "$bundle/rootfs/hidden"
echo secret >"$bundle/rootfs/hidden/secret"
mount_entry "{destination: \"/tree\", source: \"$tmp/tree\", options: [\"rbind\", \"rro\", \"rnosuid\", \"rnodev\"]}"
mount_entry "{destination: \"/one\", source: \"$tmp/one\", options: [\"bind\", \"ro\", \"nosuid\", \"nodev\", \"noexec\"]}"
config '.linux.maskedPaths = ["/secret", "/hidden", "/proc/meminfo"] | .linux.readonlyPaths = ["/proc/sys", "/etc"]
  | .root.readonly = true | .process.capabilities |= map_values(map(select(. != "CAP_SYS_ADMIN")))'
places='/ /tree /tree/sub /one /secret /hidden /proc/sys /proc/meminfo /etc /sys'
inside "attack clear $places
  for way in '' 'unshare -U -r -m'; do
    \$way sh -c 'attack clear $places
      for place in $places; do umount \$place && echo uncovered \$place; umount -l \$place && echo uncovered \$place; done
      mkdir /tmp/x && echo made; cat /secret /hidden/secret; touch /etc/made /tree/sub/made; echo tried'
  done 2>&1
  cat /proc/self/mountinfo"
chmod 755 "$WORK" "$DIR" "$tmp"
for user in '' user_namespace; do
  $user
  run
  expect_success
  expect_no_match '^(cleared|uncovered|made)'
  expect_no_match '^secret'
  expect_line tried
  for mount in / /tree /tree/sub /one /proc/sys /etc /hidden; do expect_option "$mount" ro; done
  for mount in /tree /tree/sub /one; do expect_option "$mount" nosuid; expect_option "$mount" nodev; done
  [ ! -e "$tmp/tree/sub/made" ] || fail 'it was written to'
done
