# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: SCMP_ACT_KILL and SCMP_ACT_KILL_THREAD end the thread with SIGSYS.
. "$KIT"
single_calls
for action in SCMP_ACT_KILL SCMP_ACT_KILL_THREAD; do
  seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["kcmp"], action: $action}]}' --arg action $action
  inside 'call kcmp; echo "status $?"'
  must run
  expect_line 'status 159'
done
