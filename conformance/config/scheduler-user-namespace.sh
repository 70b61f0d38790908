# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: in a user namespace too, where nobody has the right to it.
. "$KIT"
process_tool
user_namespace
real_time
config '.process.scheduler = {policy: "SCHED_FIFO", priority: 3} | .process.ioPriority = {class: "IOPRIO_CLASS_RT", priority: 2}'
args process show policy priority io io-level
must run
expect_output '1 3 1 2'
