# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: KILL for a container without a pid namespace of its own ends all its processes.
. "$KIT"
without_namespace pid
inside 'sleep 1000 & echo "child $!"; wait'
must create
must rt start "$id"
wait_until grep -q child "$container_out"
child=$(sed -n 's/^child //p' "$container_out")
must rt kill --all "$id" KILL
wait_until gone "$child"
wait_state stopped
