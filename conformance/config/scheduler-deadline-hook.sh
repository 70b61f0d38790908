# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: a process of SCHED_DEADLINE starts no other, so no startContainer
# hook, unless with SCHED_FLAG_RESET_ON_FORK.
# hull-only: it is refused by name here; the peers say what the kernel says
. "$KIT"
process_tool
config '.process.scheduler = {policy: "SCHED_DEADLINE", runtime: 1000000, deadline: 100000000}'
hook startContainer 'true'
expect_refused_create /process/scheduler
chrt -d --sched-runtime 1000000 --sched-period 100000000 0 true 2>/dev/null ||
  skip 'SCHED_DEADLINE for this machine'
config '.process.scheduler.flags = ["SCHED_FLAG_RESET_ON_FORK"]'
args process show policy flags
must run
expect_output '6 1'
