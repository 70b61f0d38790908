# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: -1 is no limit.
. "$KIT"
controller memory
config '.linux.resources.memory.limit = -1'
must create
[ "$version" = v2 ] && expect_limit '' '' memory.max max
[ "$version" = v2 ] || [ "$(cat "$hierarchy/$TOKEN/memory.limit_in_bytes")" -gt 9000000000000000000 ] ||
  fail "the limit is $(cat "$hierarchy/$TOKEN/memory.limit_in_bytes")"
