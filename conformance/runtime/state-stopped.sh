# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: stopped when the process has exited, however it did.
. "$KIT"
inside 'exit 3'
must create
must rt start "$id"
wait_state stopped
expect_equal "$(state '.pid // 0')" 0 'pid of a stopped container'
