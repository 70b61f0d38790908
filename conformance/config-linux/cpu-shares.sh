# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: shares.
. "$KIT"
controller cpu
config '.linux.resources.cpu.shares = 512'
must create
[ "$version" = v2 ] || expect_limit cpu.shares 512
[ "$version" = v1 ] || [ "$(cat "$hierarchy/$TOKEN/cpu.weight")" -lt 100 ] ||
  fail "cpu.weight is $(cat "$hierarchy/$TOKEN/cpu.weight")"
