# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: SCHED_DEADLINE with runtime, deadline and period.
. "$KIT"
process_tool
chrt -d --sched-runtime 1000000 --sched-period 100000000 0 true 2>/dev/null ||
  skip 'SCHED_DEADLINE for this machine'
config '.process.scheduler = {policy: "SCHED_DEADLINE", runtime: 1000000, deadline: 50000000, period: 100000000}'
args process show policy runtime deadline period
must run
expect_output '6 1000000 50000000 100000000'
