# SPDX-License-Identifier: Apache-2.0
# issue 4: calls that are newer than libseccomp 2.5 can be named in a profile.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["mseal", "statmount", "listns"], action: "SCMP_ACT_ERRNO", errnoRet: 42}]}'
inside 'call mseal; call 457; call 470'
must run
expect_output "errno 42
errno 42
errno 42"
