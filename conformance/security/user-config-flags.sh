# SPDX-License-Identifier: Apache-2.0
# issue 4: in a user namespace its root, with CAP_SYS_ADMIN too, cannot clear a flag that the config gives a
# bind: not of one mount, not of a tree, not of a file.
. "$KIT"
attacks
user_namespace
chmod 755 "$WORK" "$DIR" "$tmp"
host_tree
mkdir "$tmp/one"
echo text >"$tmp/file"
chown -R 100000:100000 "$tmp"
mount_entry "{destination: \"/one\", source: \"$tmp/one\", options: [\"bind\", \"ro\", \"nosuid\", \"nodev\", \"noexec\"]}"
mount_entry "{destination: \"/tree\", source: \"$tmp/tree\", options: [\"rbind\", \"rro\", \"rnosuid\", \"rnodev\", \"rnoexec\"]}"
mount_entry "{destination: \"/top\", source: \"$tmp/tree\", options: [\"rbind\", \"ro\", \"rslave\"]}"
mount_entry "{destination: \"/file\", source: \"$tmp/file\", options: [\"bind\", \"ro\"]}"
mount_entry "{destination: \"/open\", source: \"$tmp/one\", options: [\"bind\", \"rw\"]}"
inside 'grep ^CapEff /proc/self/status
  attack clear /one /tree /tree/sub /top /file
  for place in /one/made /tree/made /tree/sub/made /top/made; do touch $place 2>/dev/null && echo "made $place"; done
  touch /open/made && echo open
  umount /tree/sub 2>/dev/null && echo uncovered
  cat /proc/self/mountinfo'
run
expect_success
expect_no_match '^(cleared|uncovered|made) '
expect_match '^CapEff:\s+0*[0-9a-f]*2[0-9a-f]{5}$'
expect_line open
for mount in /one /tree /tree/sub; do
  for option in ro nosuid nodev noexec; do expect_option "$mount" $option; done
done
expect_option /top ro
expect_option /file ro
[ -e "$tmp/one/made" ] || fail 'the bind that may be written to was not'
