# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory policy: mode and nodes of the container's process, and its children.
. "$KIT"
process_tool
[ -d /sys/devices/system/node/node0 ] || skip 'a kernel with CONFIG_NUMA'
check() {
  config '.linux.memoryPolicy = ($policy | fromjson)' --arg policy "$1"
  inside 'process show memory nodes; exit 0'
  must run
  expect_output "$2"
  rt delete --force "$id"
}
check '{"mode": "MPOL_BIND", "nodes": "0"}' '2 1'
check '{"mode": "MPOL_INTERLEAVE", "nodes": "0"}' '3 1'
check '{"mode": "MPOL_PREFERRED", "nodes": "0"}' '1 1'
check '{"mode": "MPOL_PREFERRED"}' '4 0'
check '{"mode": "MPOL_PREFERRED_MANY", "nodes": "0"}' '5 1'
check '{"mode": "MPOL_LOCAL"}' '4 0'
check '{"mode": "MPOL_DEFAULT"}' '0 0'
