# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Rootfs Mount Propagation: without a value nothing that the container mounts goes out,
# even when the host's mounts are shared.
. "$KIT"
mkdir "$tmp/host"
host_mount -t tmpfs host "$tmp/host"
mount --make-shared "$tmp/host"
mv "$bundle/rootfs" "$tmp/host/rootfs"
config '.root.path = $path' --arg path "$tmp/host/rootfs"
inside 'mount -t tmpfs from-inside /mnt; echo $?'
must run
expect_output 0
! grep -q from-inside /proc/self/mountinfo || fail 'a mount of the container went out'
