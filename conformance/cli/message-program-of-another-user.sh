# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: a file that only hull's own capabilities would let execute: permission denied, in create.
# Seen red: for root when take_ids leaves the effective set as it is.
. "$KIT"
cp "$bundle/rootfs/bin/busybox" "$bundle/rootfs/echo"
chmod 700 "$bundle/rootfs/echo"
args /echo ran
config '.process.user = {uid: 1000, gid: 1000} | del(.process.capabilities)'
create
expect_error 'permission denied'
expect_nothing_left
chown 1000:1000 "$bundle/rootfs/echo"
config '.process.user = {uid: 0, gid: 0}'
create
expect_error 'permission denied'
expect_nothing_left
