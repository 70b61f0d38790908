# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: a container that something else killed is stopped, and can be deleted.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
kill -KILL "$(state .pid)"
wait_state stopped
must rt delete "$id"
expect_nothing_left
