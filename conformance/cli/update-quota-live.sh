# SPDX-License-Identifier: Apache-2.0
# users.md 17: update reads what is in force from the kernel, not from what it remembers.
. "$KIT"
controller cpu
config '.linux.resources.cpu = {quota: 25000, period: 50000}'
must create
if [ "$version" = v1 ]; then
  echo 12000 >"$(own_cgroup)/cpu.cfs_quota_us"
else
  echo '12000 50000' >"$(own_cgroup)/cpu.max"
fi
must rt update --cpu-period 40000 "$id"
expect_limit cpu.cfs_quota_us 12000 cpu.max '12000 40000'
