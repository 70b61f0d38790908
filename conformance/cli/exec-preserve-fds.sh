# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --preserve-fds passes as many descriptors from 3 on, and no other.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
echo three >"$tmp/three"
echo five >"$tmp/five"
exec 3<"$tmp/three" 5<"$tmp/five"
must rt exec --preserve-fds 1 "$id" sh -c 'cat <&3; ls -l /proc/self/fd'
expect_line three
expect_no_match 'five| 5 ->'
must rt exec "$id" sh -c 'ls /proc/self/fd'
expect_output "0
1
2
3"
