# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory policy: nodes that are not there are left out by the kernel, however great their
# number; when none is left, that is an error.
. "$KIT"
process_tool
[ -d /sys/devices/system/node/node0 ] || skip 'a kernel with CONFIG_NUMA'
config '.linux.memoryPolicy = {mode: "MPOL_BIND", nodes: "0,40-63"}'
args process show memory nodes
must run
expect_output '2 1'
rt delete --force "$id"
config '.linux.memoryPolicy.nodes = "40-63"'
expect_refused_create
config '.linux.memoryPolicy.nodes = "2000-3000"'
expect_refused_create
