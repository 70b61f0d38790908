# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: all args of a rule must hold; those of one index are alternatives.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [
  {names: ["getppid"], action: "SCMP_ACT_ERRNO", args: [
    {index: 0, value: 1, op: "SCMP_CMP_EQ"}, {index: 5, value: 1, op: "SCMP_CMP_EQ"}]},
  {names: ["sched_get_priority_max"], action: "SCMP_ACT_ERRNO", args: [
    {index: 2, value: 1, op: "SCMP_CMP_EQ"}, {index: 2, value: 2, op: "SCMP_CMP_EQ"}]}]}'
inside 'call getppid 1 0 0 0 0 1; call getppid 1; call getppid 0 0 0 0 0 1
  call sched_get_priority_max 1 0 1; call sched_get_priority_max 1 0 2; call sched_get_priority_max 1 0 3'
must run
expect_output "errno 1
1
1
errno 1
errno 1
99"
