# SPDX-License-Identifier: Apache-2.0
# runtime.md, Kill: a created container can be signalled too.
. "$KIT"
must create
pid=$(state .pid)
must rt kill "$id" KILL
wait_until gone "$pid"
wait_state stopped
