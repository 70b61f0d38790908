# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Control groups, and runtime.md, Create: a limit whose controller no hierarchy has is
# an error, never passed by.
. "$KIT"
cp "$bundle/config.json" "$tmp/config.json"
tried=0
# limit CONTROLLER V2-CONTROLLER FILTER
limit() {
  if (controller "$1" "$2" >"$tmp/said" 2>&1); then return 0; fi
  tried=$((tried + 1))
  jq ".linux.resources = $3" "$tmp/config.json" >"$bundle/config.json"
  expect_refused_create
}
limit memory memory '{memory: {limit: 67108864}}'
limit cpu cpu '{cpu: {shares: 512}}'
limit cpuset cpuset '{cpu: {cpus: "0"}}'
limit pids pids '{pids: {limit: 42}}'
limit blkio io '{blockIO: {weight: 100}}'
limit hugetlb hugetlb '{hugepageLimits: [{pageSize: "2MB", limit: 4194304}]}'
limit net_cls net_cls '{network: {classID: 1048577}}'
limit net_prio net_prio '{network: {priorities: [{name: "lo", priority: 7}]}}'
limit rdma rdma '{rdma: {"mlx5_1": {hcaObjects: 100}}}'
[ $tried != 0 ] || skip 'a host without one of the controllers'
