# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: the flags of utilization clamps reach the kernel: they are set, or
# it says that it was built without.
# hull-only: the text that names the reason
. "$KIT"
process_tool
config '.process.scheduler = {policy: "SCHED_OTHER", flags: ["SCHED_FLAG_UTIL_CLAMP_MIN"]}'
args process show policy flags
run
if [ "$status" = 0 ]; then expect_match '^0 '; else expect_error 'built without utilization clamps'; fi
