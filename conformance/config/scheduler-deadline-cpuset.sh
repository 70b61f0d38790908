# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: SCHED_DEADLINE does not go with a cpuset of fewer processors, and the
# error says so.
# hull-only: the text that names the reason
. "$KIT"
controller cpuset
[ "$(getconf _NPROCESSORS_ONLN)" -gt 1 ] || skip 'a second processor'
chrt -d --sched-runtime 1000000 --sched-period 100000000 0 true 2>/dev/null ||
  skip 'SCHED_DEADLINE for this machine'
config '.linux.resources.cpu.cpus = "0" | .process.scheduler = {policy: "SCHED_DEADLINE", runtime: 1000000, deadline: 100000000}'
expect_refused_create '/process/scheduler: .*cpuset'
