# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Rootfs Mount Propagation: 'rslave', as Docker and Podman write it, is
# 'slave' for the mounts below too.
. "$KIT"
mkdir "$tmp/host"
host_mount -t tmpfs host "$tmp/host"
mount --make-shared "$tmp/host"
mv "$bundle/rootfs" "$tmp/host/rootfs"
config '.root.path = $path | .linux.rootfsPropagation = "rslave"' --arg path "$tmp/host/rootfs"
inside 'mount -t tmpfs from-inside /mnt; read line </go; cat /proc/self/mountinfo'
mkfifo "$tmp/host/rootfs/go"
mkdir "$tmp/host/rootfs/later"
must create
must rt start "$id"
host_mount -t tmpfs from-outside "$tmp/host/rootfs/later"
echo >"$tmp/host/rootfs/go"
finish
expect_match ' /later .*from-outside'
! grep -q from-inside /proc/self/mountinfo || fail 'a mount of the container went out'
