# SPDX-License-Identifier: Apache-2.0
# users.md 17: update raises and lowers memory and swap together, in whatever order the kernel wants.
. "$KIT"
swap_limited
config '.linux.resources.memory = {limit: 67108864, swap: 67108864}'
must create
for mib in 256 32 512; do
  bytes=$((mib << 20))
  must rt update --memory $bytes --memory-swap $bytes "$id"
  expect_limit memory.limit_in_bytes $bytes memory.max $bytes
  expect_limit memory.memsw.limit_in_bytes $bytes memory.swap.max 0
done
