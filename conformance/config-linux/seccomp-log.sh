# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: SCMP_ACT_LOG lets the call go on.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_LOG", syscalls: [{names: ["kcmp"], action: "SCMP_ACT_ERRNO"}]}'
inside 'call sched_get_priority_max 1; call kcmp'
must run
expect_output "99
errno 1"
