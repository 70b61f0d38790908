# SPDX-License-Identifier: Apache-2.0
# users.md 26: every command of an ordinary user finds the container again, and ends it.
. "$KIT"
as_user
inside 'trap "exit 7" TERM; echo ready; while :; do sleep 0.1; done'
must create
expect_state created
must rt start "$id"
expect_state running
pid=$(state .pid)
expect_equal "$(stat -c %u "/proc/$pid")" "$user" 'the owner of the process'
must rt list --quiet
expect_line "$id"
wait_until grep -q ready "$container_out"
must rt kill "$id" TERM
wait_state stopped
must rt delete "$id"
expect_nothing_left
must create
must rt delete --force "$id"
expect_nothing_left
gone "$pid" || fail 'its process is left'
