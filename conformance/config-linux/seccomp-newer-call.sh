# SPDX-License-Identifier: Apache-2.0
# issue 4: a call that is newer than the profile fails with ENOSYS, so that a new libc falls back.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ERRNO", syscalls: [{names: $names, action: "SCMP_ACT_ALLOW"}]}' --argjson names "$(broad_list)"
# Within what the profile knows, the default action; 440 and above is newer than its openat2 and faccessat2.
inside 'call kcmp; call mseal; call 9999'
must run
expect_output "errno 1
errno 38
errno 38"
