# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: pause stops every process, also one in a cgroup below and without a pid namespace.
. "$KIT"
without_namespace pid
inside 'for n in 1 2; do (while :; do echo x >>/count.$n; sleep 0.01; done) & echo "child $!"; done; wait'
must create
must rt start "$id"
two() { [ "$(grep -c child "$container_out")" = 2 ]; }
wait_until two
child=$(sed -n 's/^child //p' "$container_out" | head -n 1)
move_below "$child"
must rt pause "$id"
expect_state paused
before=$(cat "$bundle"/rootfs/count.? | wc -l)
sleep 0.3
expect_equal "$(cat "$bundle"/rootfs/count.? | wc -l)" "$before" 'what it did while paused'
must rt resume "$id"
more() { [ "$(wc -l <"$bundle/rootfs/count.1")" -gt "$once" ]; }
once=$(wc -l <"$bundle/rootfs/count.1")
wait_until more
