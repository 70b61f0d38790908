# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: what is not given by a flag is as the container's process has it.
. "$KIT"
args /bin/sleep 1000
config '.process.env += ["KEPT=1", "CHANGED=1"] | .process.cwd = "/etc" | .process.user.umask = 63'
must create
must rt start "$id"
must rt exec "$id" sh -c 'id -u; pwd; echo $KEPT $CHANGED; umask'
expect_output "0
/etc
1 1
0077"
must rt exec --user 1000:1001 --additional-gids 7 -g 8 --cwd /bin --env CHANGED=2 -e NEW=3 "$id" \
  sh -c 'id -u; id -G; pwd; echo $KEPT $CHANGED $NEW'
expect_output "1000
1001 7 8
/bin
1 2 3"
# runc: the group stays the container's.
must rt exec -u 1000 "$id" id -u
expect_output 1000
