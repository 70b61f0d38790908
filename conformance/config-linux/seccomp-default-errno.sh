# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: defaultErrnoRet is what calls that no rule names fail with.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ERRNO", defaultErrnoRet: 5,
  syscalls: [{names: $names, action: "SCMP_ACT_ALLOW"}]}' --argjson names "$(broad_list)"
inside 'call getppid; call kcmp'
must run
expect_output "1
errno 5"
