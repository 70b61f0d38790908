# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: swap is the limit of memory and swap together.
. "$KIT"
swap_limited
config '.linux.resources.memory = {limit: 67108864, swap: 134217728}'
must create
expect_limit memory.memsw.limit_in_bytes 134217728 memory.swap.max 67108864
