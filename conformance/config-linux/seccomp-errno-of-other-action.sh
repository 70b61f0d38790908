# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: errnoRet with an action that has none is an error.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_KILL", errnoRet: 1}]}'
expect_refused_create
seccomp '{defaultAction: "SCMP_ACT_ALLOW", defaultErrnoRet: 1}'
expect_refused_create
