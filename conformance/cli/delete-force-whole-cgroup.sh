# SPDX-License-Identifier: Apache-2.0
# peers.md 4.4: without a pid namespace of its own, every process of the container ends with it.
. "$KIT"
without_namespace pid
inside 'sleep 1000 & echo "child $!"; wait'
must create
must rt start "$id"
wait_until grep -q child "$container_out"
child=$(sed -n 's/^child //p' "$container_out")
must rt delete --force "$id"
wait_until gone "$child"
