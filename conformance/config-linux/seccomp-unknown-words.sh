# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: an action, operator, architecture or flag that is not listed is an error.
. "$KIT"
refuse() {
  seccomp "$2"
  expect_refused_create
  ! is_hull || grep -qF "$1" "$err" || fail "'$(cat "$err")' lacks '$1'"
}
refuse "/linux/seccomp/defaultAction: 'SCMP_ACT_ALOW' is unknown; did you mean 'SCMP_ACT_ALLOW'" \
  '{defaultAction: "SCMP_ACT_ALOW"}'
refuse "/linux/seccomp/syscalls/0/action: 'SCMP_ACT_DENY' is unknown" \
  '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_DENY"}]}'
refuse "/linux/seccomp/syscalls/0/args/0/op: 'SCMP_CMP_IN' is unknown" \
  '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_ERRNO",
    args: [{index: 0, value: 1, op: "SCMP_CMP_IN"}]}]}'
refuse "/linux/seccomp/architectures/0: 'SCMP_ARCH_VAX' is unknown" \
  '{defaultAction: "SCMP_ACT_ALLOW", architectures: ["SCMP_ARCH_VAX"]}'
refuse "/linux/seccomp/flags/0: 'SECCOMP_FILTER_FLAG_NONE' is unknown" \
  '{defaultAction: "SCMP_ACT_ALLOW", flags: ["SECCOMP_FILTER_FLAG_NONE"]}'
