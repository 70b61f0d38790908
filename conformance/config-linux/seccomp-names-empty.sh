# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: a rule names one call at least.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: [], action: "SCMP_ACT_ERRNO"}]}'
expect_refused_create
