# SPDX-License-Identifier: Apache-2.0
# users.md 17: update of swap alone is counted from the memory limit in force, which stays.
. "$KIT"
swap_limited
config '.linux.resources.memory = {limit: 67108864, swap: 134217728}'
must create
must rt update --memory-swap 201326592 "$id"
expect_limit memory.memsw.limit_in_bytes 201326592 memory.swap.max 134217728
expect_limit memory.limit_in_bytes 67108864 memory.max 67108864
