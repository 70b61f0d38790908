# SPDX-License-Identifier: Apache-2.0
# users.md 17: update of the quota alone keeps the period, of the period alone the quota.
. "$KIT"
controller cpu
config '.linux.resources.cpu = {quota: 25000, period: 50000}'
must create
must rt update --cpu-quota 10000 "$id"
expect_limit cpu.cfs_quota_us 10000 cpu.max '10000 50000'
[ "$version" = v2 ] || expect_limit cpu.cfs_period_us 50000
must rt update --cpu-period 40000 "$id"
expect_limit cpu.cfs_quota_us 10000 cpu.max '10000 40000'
[ "$version" = v2 ] || expect_limit cpu.cfs_period_us 40000
must rt update --cpu-quota -1 "$id"
expect_limit cpu.cfs_quota_us -1 cpu.max 'max 40000'
must rt update --cpu-period 70000 "$id"
expect_limit cpu.cfs_quota_us -1 cpu.max 'max 70000'
