# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: the filter holds in a user namespace too.
. "$KIT"
single_calls
user_namespace
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_ERRNO"}]}'
config '.process.noNewPrivileges = false'
inside 'call getppid'
must run
expect_output 'errno 1'
