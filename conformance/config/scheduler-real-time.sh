# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: SCHED_FIFO and SCHED_RR with their priority.
. "$KIT"
process_tool
real_time
config '.process.scheduler = {policy: "SCHED_FIFO", priority: 10}'
args process show policy priority
must run
expect_output '1 10'
rt delete --force "$id"
config '.process.scheduler = {policy: "SCHED_RR", priority: 99}'
must run
expect_output '2 99'
