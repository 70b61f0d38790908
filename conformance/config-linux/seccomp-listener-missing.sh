# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: an error when the state cannot be sent to the listener.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", listenerPath: $path,
  syscalls: [{names: ["getppid"], action: "SCMP_ACT_NOTIFY"}]}' --arg path "$tmp/nobody"
expect_refused_create 'no such file or directory'
! is_hull || grep -q "/linux/seccomp/listenerPath '$tmp/nobody'" "$err" || fail "$(cat "$err")"
