# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: policy and nice of the container's process.
. "$KIT"
process_tool
config '.process.scheduler = {policy: "SCHED_OTHER", nice: 5}'
args process show policy nice priority
must run
expect_output '0 5 0'
config '.process.scheduler = {policy: "SCHED_BATCH", nice: -3}'
args process show policy nice
rt delete --force "$id"
must run
expect_output '3 -3'
