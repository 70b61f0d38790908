# SPDX-License-Identifier: Apache-2.0
# runtime.md, Kill: the container's process gets the signal that was asked for.
. "$KIT"
inside 'trap "echo got USR1; exit 0" USR1; echo ready; while :; do sleep 0.1; done'
must create
must rt start "$id"
wait_until grep -q ready "$container_out"
must rt kill "$id" USR1
finish
expect_line 'got USR1'
