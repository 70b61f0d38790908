# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update takes a created, a running and a paused container.
. "$KIT"
controller pids
inside 'echo ready; while :; do sleep 0.1; done'
must create
must rt update --pids-limit 21 "$id"
expect_limit pids.max 21 pids.max 21
must rt start "$id"
wait_until grep -q ready "$container_out"
must rt update --pids-limit 22 "$id"
expect_limit pids.max 22 pids.max 22
must rt pause "$id"
must rt update --pids-limit 23 "$id"
expect_limit pids.max 23 pids.max 23
expect_state paused
must rt resume "$id"
