# SPDX-License-Identifier: Apache-2.0
# peers.md 2.4: the ids that /etc/subuid and /etc/subgid grant are mapped by newuidmap and newgidmap; the
# process can have them, and groups; so can one that is added.
. "$KIT"
as_user
granted 200000:1000 300000:5
inside 'cat /proc/self/uid_map /proc/self/gid_map; id -u; id -G; touch /tmp/made'
config '.process.user = {uid: 7, gid: 8, additionalGids: [9]}'
run
expect_success
expect_line "         0 $(printf %10d "$user")          1"
expect_line '         1     200000       1000'
expect_line '      1001     300000          5'
expect_line 7
expect_line '8 9'
expect_equal "$(stat -c %u:%g "$bundle/rootfs/tmp/made")" 200006:200007 'the owner of what was made'
args sleep 1000
must create
must rt start "$id"
must rt exec --user 7:8 --additional-gids 10 "$id" id -G
expect_output '8 9 10'
must rt kill "$id" KILL
wait_state stopped
must rt delete "$id"
expect_nothing_left
