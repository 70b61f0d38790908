# SPDX-License-Identifier: Apache-2.0
# issue 6: what exec has started beside the container's processes is no part of a checkpoint, and in no way of it.
. "$KIT"
checkpoints
must run --detach
counts_on 2
must rt exec --detach --pid-file "$tmp/beside" "$id" sleep 1000
must checkpoint --leave-running
expect_state running
! gone "$(cat "$tmp/beside")" || fail 'the process of exec has ended'
must rt kill "$id" KILL
wait_state stopped
must rt delete "$id"
must restore
counts_on 2
rt ps "$id" -o args
expect_no_match 'sleep 1000'
