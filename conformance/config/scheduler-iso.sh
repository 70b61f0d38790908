# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: SCHED_ISO, which Linux has a number for and no code, is an error
# and not left out.
. "$KIT"
config '.process.scheduler = {policy: "SCHED_ISO"}'
expect_refused_create
