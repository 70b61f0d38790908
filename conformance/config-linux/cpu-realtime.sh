# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: realtimeRuntime and realtimePeriod.
. "$KIT"
controller cpu
[ "$version" = v2 ] || [ -e "$hierarchy/cpu.rt_runtime_us" ] || skip 'a kernel with CONFIG_RT_GROUP_SCHED'
config '.linux.resources.cpu = {realtimeRuntime: 5000, realtimePeriod: 500000}'
v1_only realtime
must create
expect_file cpu.rt_period_us 500000
expect_file cpu.rt_runtime_us 5000
