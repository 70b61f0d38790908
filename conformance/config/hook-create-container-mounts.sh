# SPDX-License-Identifier: Apache-2.0
# config.md, CreateContainer: a mount that a hook makes below the root filesystem is there for the
# program: so do the hooks of device vendors.
. "$KIT"
mkdir "$tmp/driver"
echo driver >"$tmp/driver/file"
hook createContainer "mount --bind '$tmp/driver' '$bundle/rootfs/mnt'"
args cat /mnt/file
must run
expect_output driver
! grep -q " $bundle/rootfs/mnt " /proc/self/mountinfo || fail 'the host has the mount too'
