# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: a call has six arguments, so an index is from 0 to 5.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_ERRNO",
  args: [{index: 6, value: 1, op: "SCMP_CMP_EQ"}]}]}'
expect_refused_create
! is_hull || grep -q '/linux/seccomp/syscalls/0/args/0/index: 6 is not from 0 to 5' "$err" || fail "$(cat "$err")"
