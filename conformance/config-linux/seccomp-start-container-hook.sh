# SPDX-License-Identifier: Apache-2.0
# issue 4: a startContainer hook, which is the image's, runs behind the filter.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_ERRNO"}]}'
hook startContainer '/bin/call getppid >/hook'
args cat /hook
must run
expect_output 'errno 1'
