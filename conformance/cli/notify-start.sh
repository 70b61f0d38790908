# SPDX-License-Identifier: Apache-2.0
# peers.md 3.2: NOTIFY_SOCKET: after create, start is what passes READY=1 on; it ends with a container that is never ready.
. "$KIT"
service_manager "$tmp/manager"
inside 'notify send READY=1; sleep 100000'
must create
expect_equal "$(cat "$told")" listening 'what was told by create'
must rt start "$id"
expect_equal "$(times READY=1)" 1 'READY=1'
expect_equal "$(times "MAINPID=$(state .pid)")" 1 'MAINPID of init'
must rt delete --force "$id"
expect_nothing_left
args true
must create
rt start "$id"
wait_state stopped
expect_equal "$(times READY=1)" 1 'READY=1 of a container that was not ready'
