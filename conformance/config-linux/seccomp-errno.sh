# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: SCMP_ACT_ERRNO fails the call with errnoRet, and with EPERM without one.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [
  {names: ["getppid"], action: "SCMP_ACT_ERRNO"},
  {names: ["personality"], action: "SCMP_ACT_ERRNO", errnoRet: 95}]}'
inside 'call getppid; call personality 0xffffffff; call sched_get_priority_max 1'
must run
expect_output "errno 1
errno 95
99"
