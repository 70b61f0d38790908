# SPDX-License-Identifier: Apache-2.0
# config-linux.md, "Seccomp": the container's profile is every process's.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["mkdir", "mkdirat"], action: "SCMP_ACT_ERRNO", errnoRet: 95}]}'
config '.root.readonly = false'
args /bin/sleep 1000
must create
must rt start "$id"
rt exec "$id" mkdir /made
[ "$status" = 1 ] || fail "mkdir ended with $status"
must rt exec "$id" grep '^Seccomp:' /proc/self/status
expect_match 'Seccomp:.2'
