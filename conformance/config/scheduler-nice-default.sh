# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: without nice, priority or flags they are 0, whatever the caller's.
. "$KIT"
process_tool
renice -n 7 -p $$ >/dev/null
config '.process.scheduler = {policy: "SCHED_BATCH"}'
args process show policy nice priority flags
must run
expect_output '3 0 0 0'
