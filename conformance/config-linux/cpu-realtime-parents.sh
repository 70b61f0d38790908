# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: real-time run time is handed down, so the parents that are made need it as well.
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
controller cpu
[ "$version" = v2 ] || [ -e "$hierarchy/cpu.rt_runtime_us" ] || skip 'a kernel with CONFIG_RT_GROUP_SCHED'
config '.linux.resources.cpu = {realtimeRuntime: 5000, realtimePeriod: 500000} | .linux.cgroupsPath = $path' \
  --arg path "/$TOKEN/a/b"
v1_only realtime
must create
expect_file cpu.rt_runtime_us 5000
expect_equal "$(cat "$hierarchy/$TOKEN/a/cpu.rt_runtime_us")" 5000 "the parent's run time"
must rt delete --force "$id"
expect_nothing_left
