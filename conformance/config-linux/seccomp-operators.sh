# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: each operator compares an argument with value, all 64 bits of it.
. "$KIT"
single_calls
# The kernel looks at none of getppid's arguments.
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [
  (["NE", "LT", "LE", "EQ", "GE", "GT"] | to_entries[] | {
    names: ["getppid"], action: "SCMP_ACT_ERRNO", errnoRet: (10 + .key), args: [
      {index: 0, value: .key, op: "SCMP_CMP_EQ"},
      {index: 1, value: 4294967298, op: ("SCMP_CMP_" + .value)}]}),
  {names: ["getppid"], action: "SCMP_ACT_ERRNO", errnoRet: 20, args: [
    {index: 0, value: 6, op: "SCMP_CMP_EQ"},
    {index: 1, value: 4294967298, valueTwo: 2, op: "SCMP_CMP_MASKED_EQ"}]}]}'
# Which of 2, 2^32 + 1, + 2, + 3, and twice 2^32, satisfy each.
inside 'for op in 0 1 2 3 4 5 6; do
  for value in 2 0x100000001 0x100000002 0x100000003 0x200000002; do
    case $(call getppid $op $value) in errno*) printf 1 ;; *) printf 0 ;; esac
  done
  echo
done'
must run
expect_output '11011
11000
11100
00100
00111
00011
10001'
