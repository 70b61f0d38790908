# SPDX-License-Identifier: Apache-2.0
# peers.md 4.6: start of a running, and of a stopped container.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
rt start "$id"
expect_error 'cannot start an already running container'
must rt kill "$id" KILL
wait_state stopped
rt start "$id"
expect_error 'cannot start a container that has stopped'
