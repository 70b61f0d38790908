# SPDX-License-Identifier: Apache-2.0
# issue 4: seccomp explain says which rule decides about a call, and how; and it is so.
# hull-only: the verb is hull's
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [
  {names: ["kcmp"], action: "SCMP_ACT_ERRNO", errnoRet: 95},
  {names: ["getppid"], action: "SCMP_ACT_ERRNO", args: [{index: 0, value: 7, op: "SCMP_CMP_EQ"}]}]}'
expect_explained() {
  must rt seccomp explain "$bundle/config.json" "${@:2}"
  expect_match "^$(uname -m) $1"
}
expect_explained 'kcmp \(.*\): SCMP_ACT_ERRNO \(EOPNOTSUPP\): /linux/seccomp/syscalls/0$' kcmp
expect_explained 'getppid \(.*\): by its arguments$' getppid
expect_line '  SCMP_ACT_ERRNO (EPERM) if arg0 == 0x7: /linux/seccomp/syscalls/1'
expect_explained 'getppid \(.*\): SCMP_ACT_ERRNO \(EPERM\): /linux/seccomp/syscalls/1 if arg0 == 0x7$' getppid 0x7
expect_explained 'getppid \(.*\): SCMP_ACT_ALLOW: the default action$' getppid 8
rt seccomp explain "$bundle/config.json" getppidd
expect_error "'getppidd' is no system call of the profile's architectures; did you mean 'getppid'"
rt seccomp explain "$bundle/config.json" getppid 0xzz
expect_error "'0xzz' is not a number"
rt seccomp forget "$bundle/config.json"
expect_error "'forget' is neither explain nor learn"
config 'del(.linux.seccomp)'
rt seccomp explain "$bundle/config.json" getppid
expect_error '/linux/seccomp is absent'
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["kcmp"], action: "SCMP_ACT_DENY"}]}'
rt seccomp explain "$bundle/config.json" kcmp
expect_error '/linux/seccomp/syscalls/0/action'
