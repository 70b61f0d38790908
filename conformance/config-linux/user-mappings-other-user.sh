# SPDX-License-Identifier: Apache-2.0
# config-linux.md, User namespace mappings: so is any other user of the container.
. "$KIT"
user_namespace
config '.process.user = {uid: 1000, gid: 2000, additionalGids: [3000]}'
inside 'id -u; id -g; id -G; exec sleep 1000'
must create
must rt start "$id"
wait_until grep -q 3000 "$container_out"
expect_equal "$(awk '/^Uid:/ { print $2 }' "/proc/$(state .pid)/status")" 101000 'uid on the host'
out=$container_out
expect_output '1000
2000
2000 3000'
