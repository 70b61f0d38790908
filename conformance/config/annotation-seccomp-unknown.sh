# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: run.oci.seccomp_fail_unknown_syscall: a name that is no system call is refused, with a cached filter too.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["mkdir", "no_such_call"], action: "SCMP_ACT_ERRNO"}]}'
args true
must run
config '.annotations["run.oci.seccomp_fail_unknown_syscall"] = "1"'
expect_refused_create 'no_such_call'
config '.annotations["run.oci.seccomp_fail_unknown_syscall"] = "0"'
must run
