# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: /proc on a link of the root filesystem: an error, or within it; not on the host.
. "$KIT"
rmdir "$bundle/rootfs/proc"
mkdir "$tmp/outside"
ln -s "$tmp/outside" "$bundle/rootfs/proc"
args sleep 1000
create
[ "$status" = 0 ] || expect_error
! grep -q " $tmp/outside " /proc/self/mountinfo || fail 'it was mounted on the host'
[ -z "$(ls -A "$tmp/outside")" ] || fail 'something is there'
