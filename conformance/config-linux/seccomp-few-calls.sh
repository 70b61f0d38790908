# SPDX-License-Identifier: Apache-2.0
# issue 4: hull itself needs no call behind the filter but read, execve and, without noNewPrivileges, capset.
# hull-only: the peers make more
. "$KIT"
single_calls
# What the static program itself needs is found by its failing without.
names='["read", "execve", "brk", "arch_prctl", "set_tid_address", "set_robust_list", "rseq", "prlimit64", "readlinkat",
  "readlink", "getrandom", "mprotect", "fstat", "newfstatat", "write", "exit_group", "uname", "getppid", "ioctl"]'
config '.process.noNewPrivileges = true'
seccomp "{defaultAction: \"SCMP_ACT_KILL_PROCESS\", syscalls: [{names: $names, action: \"SCMP_ACT_ALLOW\"}]}"
args /bin/call getppid
must run
expect_output 0
config '.process.noNewPrivileges = false'
seccomp "{defaultAction: \"SCMP_ACT_KILL_PROCESS\", syscalls: [{names: ($names + [\"capset\"]), action: \"SCMP_ACT_ALLOW\"}]}"
must run
expect_output 0
