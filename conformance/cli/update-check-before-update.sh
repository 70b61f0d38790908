# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: checkBeforeUpdate rejects a limit below the usage; the limit in force stays.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 134217728}'
inside 'dd if=/dev/zero of=/tmp/ballast bs=1M count=8 2>/dev/null; echo full; sleep 1000'
mount_entry '{destination: "/tmp", type: "tmpfs", source: "tmpfs"}'
must create
must rt start "$id"
wait_until grep -q full "$container_out"
echo '{"memory": {"limit": 4194304, "checkBeforeUpdate": true}}' >"$tmp/r.json"
rt update --resources "$tmp/r.json" "$id"
expect_error
expect_limit memory.limit_in_bytes 134217728 memory.max 134217728
! is_hull || expect_error "update '$id': /memory/limit: 4194304 is less than the [0-9]+ in use"
expect_state running
