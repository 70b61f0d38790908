# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: a path through a link of the root filesystem does not lead to the host.
. "$KIT"
config '.mounts |= map(select(.destination | startswith("/dev") | not))
  | .linux.devices = [{path: "/link/own", type: "c", major: 42, minor: 7}]'
mkdir "$tmp/outside"
ln -s "$tmp/outside" "$bundle/rootfs/link"
rmdir "$bundle/rootfs/dev"
mkdir "$tmp/dev"
ln -s "$tmp/dev" "$bundle/rootfs/dev"
create
[ "$status" = 0 ] || expect_error
[ -z "$(ls -A "$tmp/outside")$(ls -A "$tmp/dev")" ] || fail "the host has $(ls "$tmp/outside" "$tmp/dev")"
