# SPDX-License-Identifier: Apache-2.0
# users.md 26: an ordinary user runs a container in a user namespace over their own ids.
. "$KIT"
as_user
inside 'id -u; id -g; cat /proc/self/uid_map; cat /proc/self/setgroups; touch /made
  ls /sys | wc -l; echo > /dev/null; ps | wc -l'
run
expect_success
expect_match "^ +0 +$user +1$"
expect_line deny
expect_equal "$(sed -n 1,2p "$out" | xargs)" '0 0' 'uid and gid'
[ -e "$bundle/rootfs/made" ] || fail 'nothing was made in the bundle'
expect_equal "$(stat -c %u:%g "$bundle/rootfs/made")" "$user:$user" 'the owner of what was made'
expect_nothing_left
