# SPDX-License-Identifier: Apache-2.0
# runtime.md, Kill: the signal goes to the container's process; its children are its own business.
. "$KIT"
inside 'trap "echo parent" USR1; (trap "echo child" USR1; echo ready; while :; do sleep 0.1; done) &
  while :; do sleep 0.1; done'
must create
must rt start "$id"
wait_until grep -q ready "$container_out"
must rt kill "$id" USR1
wait_until grep -q parent "$container_out"
sleep 0.3
out=$container_out
expect_no_match child
