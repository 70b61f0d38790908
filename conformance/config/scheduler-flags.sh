# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: SCHED_FLAG_RESET_ON_FORK; children have the policy no longer.
. "$KIT"
process_tool
real_time
config '.process.scheduler = {policy: "SCHED_FIFO", priority: 5, flags: ["SCHED_FLAG_RESET_ON_FORK"]}'
args process show policy flags
must run
expect_output '1 1'
rt delete --force "$id"
inside 'process show policy; exit 0'
must run
expect_output 0
