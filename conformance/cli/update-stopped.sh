# SPDX-License-Identifier: Apache-2.0
# issue 3 "bad input": update of a stopped or an unknown container says so.
. "$KIT"
args true
must create
must rt start "$id"
wait_state stopped
rt update --pids-limit 10 "$id"
expect_error
! is_hull || expect_error "update '$id': container not running"
rt update --pids-limit 10 "$id-unknown"
expect_error
! is_hull || expect_error "update '$id-unknown': container does not exist"
