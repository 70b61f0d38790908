# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory policy: also for an ordinary user, in a user namespace and with a seccomp profile
# that forbids the call to the container.
. "$KIT"
process_tool
[ -d /sys/devices/system/node/node0 ] || skip 'a kernel with CONFIG_NUMA'
user_namespace
config '.process.user = {uid: 1000, gid: 1000} | .linux.memoryPolicy = {mode: "MPOL_BIND", nodes: "0"}'
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["set_mempolicy"], action: "SCMP_ACT_ERRNO"}]}'
args process show memory nodes
must run
expect_output '2 1'
