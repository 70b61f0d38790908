# SPDX-License-Identifier: Apache-2.0
# issue 4: SCMP_ACT_NOTIFY as the default action, or without a listener, is refused by its pointer.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_NOTIFY", listenerPath: "/run/agent"}'
expect_refused_create
! is_hull || grep -q '/linux/seccomp/defaultAction: SCMP_ACT_NOTIFY' "$err" || fail "$(cat "$err")"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_NOTIFY"}]}'
expect_refused_create
! is_hull || grep -q '/linux/seccomp/syscalls/0/action: SCMP_ACT_NOTIFY needs /linux/seccomp/listenerPath' "$err" ||
  fail "$(cat "$err")"
