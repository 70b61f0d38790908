# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: a paused container has a status of its own. peers.md 1.3: it does nothing until resume.
. "$KIT"
inside 'i=0; while :; do i=$((i + 1)); echo "$i" >>/count; sleep 0.01; done'
must create
must rt start "$id"
wait_until [ -s "$bundle/rootfs/count" ]
must rt pause "$id"
expect_state paused
before=$(wc -l <"$bundle/rootfs/count")
sleep 0.3
expect_equal "$(wc -l <"$bundle/rootfs/count")" "$before" 'what it did while paused'
must rt resume "$id"
expect_state running
more() { [ "$(wc -l <"$bundle/rootfs/count")" -gt "$before" ]; }
wait_until more
