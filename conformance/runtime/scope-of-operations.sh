# SPDX-License-Identifier: Apache-2.0
# runtime.md, Scope of a Container: whoever creates a container can go on to use every operation.
. "$KIT"
args sleep 1000
must create
must rt state "$id"
must rt start "$id"
must rt kill "$id" KILL
wait_state stopped
must rt delete "$id"
expect_nothing_left
