# SPDX-License-Identifier: Apache-2.0
# issue 4, hazards.md 1: in a user namespace no flag of the host's mounts can be cleared: of a bind, of each
# mount of a tree, of the root filesystem and of a bind that the config makes read-only besides; and no mount
# below one can be taken away.
. "$KIT"
attacks
user_namespace
chmod 755 "$WORK" "$DIR" "$tmp"
host_tree
mkdir "$tmp/tree/sub/deep" "$tmp/one"
host_mount -t tmpfs deep "$tmp/tree/sub/deep"
echo hidden >"$tmp/tree/sub/below"
for mount in "$tmp/tree" "$tmp/tree/sub" "$tmp/tree/sub/deep"; do mount -o remount,bind,ro,nosuid,nodev,noexec "$mount"; done
host_mount -t tmpfs one "$tmp/one"
mount -o remount,bind,nosuid,nodev "$tmp/one"
host_mount --bind "$bundle/rootfs" "$bundle/rootfs"
mount -o remount,bind,nosuid,nodev "$bundle/rootfs"
mount_entry "{destination: \"/tree\", source: \"$tmp/tree\", options: [\"rbind\"]}"
mount_entry "{destination: \"/again\", source: \"$tmp/tree\", options: [\"rbind\", \"rro\"]}"
mount_entry "{destination: \"/one\", source: \"$tmp/one\", options: [\"bind\", \"ro\", \"nosuid\", \"nodev\"]}"
inside 'attack clear /tree /tree/sub /tree/sub/deep /again /again/sub /again/sub/deep
  attack clear / /one | grep -v " ro "
  for mount in /tree/sub/deep /tree/sub /again/sub; do umount $mount && echo "uncovered $mount"; done
  touch /tree/made /tree/sub/made /again/sub/deep/made 2>&1
  cat /proc/self/mountinfo'
run
expect_success
expect_no_match '^(cleared|uncovered) '
expect_match Read-only
for mount in /tree /tree/sub /tree/sub/deep /again/sub/deep; do
  for option in ro nosuid nodev noexec; do expect_option "$mount" $option; done
done
for mount in / /one; do for option in nosuid nodev; do expect_option "$mount" $option; done; done
[ ! -e "$tmp/tree/made" ] || fail 'it was written to'
