# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: in a container with a user namespace exec's root is the container's.
. "$KIT"
user_namespace
args /bin/sleep 1000
must create
must rt start "$id"
must rt exec --detach --pid-file "$tmp/pid" "$id" sleep 1000
entered=$(cat "$tmp/pid")
expect_equal "$(readlink "/proc/$entered/ns/user")" "$(readlink "/proc/$(state .pid)/ns/user")" 'its user namespace'
expect_equal "$(awk '/^Uid/ { print $2 }' "/proc/$entered/status")" 100000 'its uid'
must rt exec "$id" id -u
expect_output 0
rt exec --user 70000:0 "$id" id
expect_error 'not mapped'
