# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: a call that is not known is left out, and the container runs.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppidd", "getppid", "waitpid"], action: "SCMP_ACT_ERRNO"}]}'
inside 'call getppid'
must run
expect_output 'errno 1'
is_hull || exit 0
must run --log-level warning
expect_equal "$(grep -c "/linux/seccomp/syscalls/0: 'getppidd' is no system call .*; did you mean 'getppid'" "$err")" 1 'the count of warnings'
