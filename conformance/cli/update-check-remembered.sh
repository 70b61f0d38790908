# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: checkBeforeUpdate of the config holds for updates by flags too.
# hull-only: the peers look at the update alone
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 134217728, checkBeforeUpdate: true}'
inside 'dd if=/dev/zero of=/tmp/ballast bs=1M count=8 2>/dev/null; echo full; sleep 1000'
mount_entry '{destination: "/tmp", type: "tmpfs", source: "tmpfs"}'
must create
must rt start "$id"
wait_until grep -q full "$container_out"
rt update --memory 4m "$id"
expect_error "update '$id': --memory: 4194304 is less than the [0-9]+ in use"
expect_limit memory.limit_in_bytes 134217728 memory.max 134217728
expect_state running
