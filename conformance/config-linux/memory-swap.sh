# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: swap is the limit of memory and swap together.
. "$KIT"
controller memory
case $version in
  v1) [ -e "$hierarchy/memory.memsw.limit_in_bytes" ] || skip 'swap accounting of the memory controller' ;;
  v2) [ -n "$(find "$hierarchy" -maxdepth 2 -name memory.swap.max -print -quit)" ] ||
    skip 'swap accounting of the memory controller' ;;
esac
config '.linux.resources.memory = {limit: 67108864, swap: 134217728}'
must create
expect_limit memory.memsw.limit_in_bytes 134217728 memory.swap.max 67108864
