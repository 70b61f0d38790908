# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: an ordinary user's container is filtered, without no_new_privs too; so is a process
# that is added to it.
. "$KIT"
as_user
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["mkdir", "mkdirat"], action: "SCMP_ACT_ERRNO",
  errnoRet: 71}]}'
for value in true false; do
  config '.process.noNewPrivileges = $value' --argjson value $value
  inside 'mkdir /tmp/made; sleep 1000'
  create
  expect_success
  said=$err
  must rt start "$id"
  wait_until grep -q 'Protocol error' "$said"
  rt exec "$id" mkdir /tmp/made
  grep -q 'Protocol error' "$err" || fail "it says '$(cat "$err")'"
  must rt delete --force "$id"
done
