# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: destination is a path inside the container: a link in the root filesystem is
# followed within it, and never out to the host.
. "$KIT"
mkdir "$tmp/outside"
ln -s "$tmp/outside" "$bundle/rootfs/link"
mount_entry '{destination: "/link", type: "tmpfs", source: "tmpfs"}'
inside 'echo text >/link/file; cat /link/file'
create
if [ "$status" = 0 ]; then
  must rt start "$id"
  finish
  expect_output text
fi
[ ! -e "$tmp/outside/file" ] || fail 'the mount was made on the host'
