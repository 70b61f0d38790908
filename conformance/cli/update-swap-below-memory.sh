# SPDX-License-Identifier: Apache-2.0
# issue 3 "bad input": update to swap below memory is refused with its flag, and all values stay.
# hull-only: the texts are ours
. "$KIT"
swap_limited
config '.linux.resources.memory = {limit: 67108864, swap: 134217728}'
must create
rt update --memory 209715200 --memory-swap 104857600 "$id"
expect_error "update '$id': --memory-swap: 104857600 is less than the memory limit 209715200"
expect_limit memory.limit_in_bytes 67108864 memory.max 67108864
expect_limit memory.memsw.limit_in_bytes 134217728 memory.swap.max 67108864
