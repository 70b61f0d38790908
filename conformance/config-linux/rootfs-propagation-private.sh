# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Rootfs Mount Propagation: 'private': mounts of the host do not arrive.
. "$KIT"
mkdir "$tmp/host"
host_mount -t tmpfs host "$tmp/host"
mount --make-shared "$tmp/host"
mv "$bundle/rootfs" "$tmp/host/rootfs"
config '.root.path = $path | .linux.rootfsPropagation = "private"' --arg path "$tmp/host/rootfs"
inside 'read line </go; cat /proc/self/mountinfo'
mkfifo "$tmp/host/rootfs/go"
mkdir "$tmp/host/rootfs/later"
must create
must rt start "$id"
host_mount -t tmpfs from-outside "$tmp/host/rootfs/later"
echo >"$tmp/host/rootfs/go"
finish
expect_no_match from-outside
expect_equal "$(tagged /)" '' tags
