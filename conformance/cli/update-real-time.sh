# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --cpu-rt-period and --cpu-rt-runtime, which v2 does not have.
. "$KIT"
controller cpu
is_hull || [ "$version" = v1 ] || skip 'a v1 cpu controller'
must create
if [ "$version" = v2 ]; then
  rt update --cpu-rt-runtime 1000 "$id"
  expect_error '--cpu-rt-runtime: cgroup v2 has no such setting'
  exit 0
fi
[ -e "$(own_cgroup)/cpu.rt_runtime_us" ] || skip 'a kernel with CONFIG_RT_GROUP_SCHED'
must rt update --cpu-rt-period 900000 --cpu-rt-runtime 1000 "$id"
expect_limit cpu.rt_period_us 900000
expect_limit cpu.rt_runtime_us 1000
