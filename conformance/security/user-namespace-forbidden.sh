# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2022-0492, CVE-2022-0185: what a manager's profile forbids to keep a container from a user
# namespace of its own, and there from cgroup v1 and the new mount calls, fails, by each way there is.
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [
  {names: ["unshare", "setns", "mount", "fsopen", "fsconfig", "fsmount", "move_mount"], action: "SCMP_ACT_ERRNO"},
  {names: ["clone"], action: "SCMP_ACT_ERRNO", args: [
    {index: 0, value: 268435456, valueTwo: 268435456, op: "SCMP_CMP_MASKED_EQ"}]},
  {names: ["clone3"], action: "SCMP_ACT_ERRNO", errnoRet: 38}]}'
inside 'unshare -U -r -C true && echo unshared
  mkdir /tmp/cgroup
  mount -t cgroup -o rdma cgroup /tmp/cgroup && echo mounted
  call unshare 0x10000000
  call unshare 0x1000000010000000
  call fsopen
  call clone3
  call clone 0x10000000 0 0 0 0'
must run
expect_output 'errno 1
errno 1
errno 1
errno 38
errno 1'
