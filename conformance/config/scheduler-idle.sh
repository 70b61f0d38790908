# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: SCHED_IDLE.
. "$KIT"
process_tool
config '.process.scheduler = {policy: "SCHED_IDLE"}'
args process show policy
must run
expect_output 5
