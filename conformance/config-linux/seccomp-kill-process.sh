# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: SCMP_ACT_KILL_PROCESS ends the process with SIGSYS.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["kcmp"], action: "SCMP_ACT_KILL_PROCESS"}]}'
inside 'call kcmp; echo "status $?"'
must run
expect_line 'status 159'
