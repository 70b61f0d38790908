# SPDX-License-Identifier: Apache-2.0
# users.md 22 (CVE-2016-3697, CVE-2026-30892): what is not a number is never taken for one, nor for root.
. "$KIT"
echo '1000:x:0:0::/:/bin/sh' >"$bundle/rootfs/etc/passwd"
args /bin/sleep 1000
must create
must rt start "$id"
for user in '' ' 1' '1 ' +1 -1 0x1 1: :1 1:2:3 4294967295 4294967296 1:4294967295 no-such-user; do
  rt exec --user "$user" "$id" id
  expect_error
done
# A user whose name is a number is not asked for.
must rt exec --user 1000 "$id" id -u
expect_output 1000
