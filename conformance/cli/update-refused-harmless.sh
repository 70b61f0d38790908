# SPDX-License-Identifier: Apache-2.0
# issue 3: update that the kernel refuses ends no process, though a memory limit below the use was part of it.
# hull-only: the peers write the limit before they know
. "$KIT"
controller cpuset
controller memory
config '.linux.resources.memory.limit = 134217728'
mount_entry '{destination: "/tmp", type: "tmpfs", source: "tmpfs"}'
inside 'dd if=/dev/zero of=/tmp/ballast bs=1M count=16 2>/dev/null; echo full; sleep 1000'
must create
must rt start "$id"
wait_until grep -q full "$container_out"
rt update --memory 1m --cpuset-cpus 4000 "$id"
expect_error
expect_limit memory.limit_in_bytes 134217728 memory.max 134217728
expect_state running
[ "$version" = v1 ] || expect_file_line memory.events 'oom_kill 0'
