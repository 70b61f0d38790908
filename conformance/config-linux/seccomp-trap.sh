# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: SCMP_ACT_TRAP sends SIGSYS, which can be ignored only by a handler.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["kcmp"], action: "SCMP_ACT_TRAP"}]}'
inside 'call kcmp; echo "status $?"'
must run
expect_line 'status 159'
