# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: without a signal, TERM is sent.
. "$KIT"
inside 'trap "echo got TERM; exit 0" TERM; echo ready; while :; do sleep 0.1; done'
must create
must rt start "$id"
wait_until grep -q ready "$container_out"
must rt kill "$id"
finish
expect_line 'got TERM'
