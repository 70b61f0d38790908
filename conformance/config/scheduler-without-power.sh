# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, scheduler: a caller without CAP_SYS_NICE is told what it lacks.
# hull-only: the text that names the reason
. "$KIT"
config '.process.scheduler = {policy: "SCHED_OTHER", nice: -5}'
under setpriv --bounding-set=-sys_nice --inh-caps=-sys_nice
expect_refused_create '/process/scheduler: .*CAP_SYS_NICE'
