# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory policy: the flags, as get_mempolicy(2) gives them back beside the mode.
. "$KIT"
process_tool
[ -d /sys/devices/system/node/node0 ] || skip 'a kernel with CONFIG_NUMA'
check() {
  config '.linux.memoryPolicy = {mode: "MPOL_BIND", nodes: "0", flags: [$flag]}' --arg flag "$1"
  args process show memory
  must run
  expect_output "$2"
  rt delete --force "$id"
}
check MPOL_F_STATIC_NODES $((2 | 1 << 15))
check MPOL_F_RELATIVE_NODES $((2 | 1 << 14))
check MPOL_F_NUMA_BALANCING $((2 | 1 << 13))
