# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: the entries are mounted in their order, so a bind whose source lies below the rootfs shows
# what the entries before it have mounted there; with a user namespace and without, id-mapped too.
. "$KIT"
mkdir "$tmp/a" "$tmp/b"
echo first >"$tmp/a/file"
echo second >"$tmp/b/file"
mkdir "$tmp/a/below" "$bundle/rootfs/mine"
echo mine >"$bundle/rootfs/mine/file"
mount_entry "{destination: \"/one\", source: \"$tmp/a\", options: [\"bind\"]}"
mount_entry "{destination: \"/one/below\", source: \"$tmp/b\", options: [\"bind\", \"ro\"]}"
mount_entry "{destination: \"/tree\", source: \"$bundle/rootfs/one\", options: [\"rbind\"]}"
mount_entry "{destination: \"/file\", source: \"$bundle/rootfs/tree/below/file\", options: [\"bind\"]}"
mount_entry '{destination: "/mine-too", source: "rootfs/mine", options: ["bind", "ro"]}'
mount_entry '{destination: "/top", source: "rootfs", options: ["bind"]}'
inside 'cat /tree/file /tree/below/file /file /mine-too/file /top/mine/file
  touch /tree/below/new /mine-too/new 2>/dev/null && echo written
  stat -c %u /tree/file'
ids=0
chmod 755 "$WORK" "$DIR"
for user in '' user_namespace; do
  $user
  must run
  expect_output "first
second
second
mine
mine
$ids"
  config '.mounts |= map(if .destination == "/tree"
    then . + {uidMappings: [{containerID: 0, hostID: 4000, size: 10}],
              gidMappings: [{containerID: 0, hostID: 4000, size: 10}]} else . end)'
  [ -n "$user" ] || {
    must run
    expect_line 4000
    config '.mounts |= map(del(.uidMappings, .gidMappings))'
  }
  ids=65534
done

config '.mounts[-1].source = "rootfs/absent"'
expect_refused_create "source '.*/absent'"
