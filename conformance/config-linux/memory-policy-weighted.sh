# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory policy: MPOL_WEIGHTED_INTERLEAVE reaches the kernel: it is set, or a kernel from
# before 6.9 refuses it.
. "$KIT"
process_tool
[ -d /sys/devices/system/node/node0 ] || skip 'a kernel with CONFIG_NUMA'
config '.linux.memoryPolicy = {mode: "MPOL_WEIGHTED_INTERLEAVE", nodes: "0"}'
args process show memory nodes
run
if [ "$status" = 0 ]; then expect_output '6 1'; else expect_error /linux/memoryPolicy; fi
