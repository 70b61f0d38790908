# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: swap, and what is compressed in memory.
. "$KIT"
unified_controller memory
config '.linux.resources.unified = {"memory.max": "67108864"}'
must create
own=$(own_cgroup)
[ -e "$own/memory.swap.max" ] || skip 'swap accounting of the memory controller'
zswap=$([ ! -e "$own/memory.zswap.max" ] || echo 1)
must rt delete --force "$id"
config '.linux.resources.unified = {"memory.swap.max": "33554432", "memory.swap.high": "16777216"}'
[ -z "$zswap" ] || config '.linux.resources.unified["memory.zswap.max"] = "1048576"'
must create
expect_file memory.swap.max 33554432
expect_file memory.swap.high 16777216
[ -z "$zswap" ] || expect_file memory.zswap.max 1048576
