# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: -1 is no limit of memory and swap together, also beside a limit of memory.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 67108864, swap: -1}'
must create
[ -e "$(own_cgroup)/memory.memsw.limit_in_bytes" ] || [ -e "$(own_cgroup)/memory.swap.max" ] ||
  skip 'swap accounting of the memory controller'
expect_limit memory.limit_in_bytes 67108864 memory.max 67108864
expect_limit memory.memsw.limit_in_bytes 9223372036854771712 memory.swap.max max
