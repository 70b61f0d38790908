# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: what the kernel refuses is an error with the reason, and nothing is
# left: a v1 cpu cgroup without real-time budget has no real-time process.
# hull-only: the text that names the reason
. "$KIT"
controller cpu
[ "$version" = v1 ] && [ -e "$hierarchy/cpu.rt_runtime_us" ] || skip 'a kernel with CONFIG_RT_GROUP_SCHED and its controller on v1'
config '.process.scheduler = {policy: "SCHED_RR", priority: 1}'
expect_refused_create '/process/scheduler: .*realtimeRuntime'
