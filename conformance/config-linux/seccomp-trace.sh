# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: SCMP_ACT_TRACE asks a tracer; without one the call fails with ENOSYS.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_TRACE", errnoRet: 7}]}'
inside 'call getppid'
must run
expect_output 'errno 38'
