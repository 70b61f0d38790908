# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: the filter holds also for a user without noNewPrivileges and without capabilities.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_ERRNO"}]}'
inside 'call getppid; grep -E "^(NoNewPrivs|CapEff|CapPrm|CapBnd|Seccomp|Uid)" /proc/self/status'
for no_new_privileges in false true; do
  config '.process.noNewPrivileges = $nnp | .process.user = {uid: 1000, gid: 1000} | .process.capabilities = {}' \
    --argjson nnp $no_new_privileges
  must run
  expect_line 'errno 1'
  expect_match '^Seccomp:\s2$'
  expect_match '^CapPrm:\s0+$'
  expect_match '^CapEff:\s0+$'
  expect_match '^CapBnd:\s0+$'
  expect_match '^Uid:\s1000\s'
done
