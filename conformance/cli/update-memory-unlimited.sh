# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --memory -1 without swap leaves swap unlimited too.
. "$KIT"
swap_limited
config '.linux.resources.memory = {limit: 67108864, swap: 134217728}'
must create
must rt update --memory -1 "$id"
if [ "$version" = v2 ]; then
  expect_limit '' '' memory.max max
  expect_limit '' '' memory.swap.max max
else
  for file in memory.limit_in_bytes memory.memsw.limit_in_bytes; do
    now=$(cat "$(own_cgroup)/$file")
    [ "$now" -gt 9000000000000000000 ] || fail "$file is $now"
  done
fi
