# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --cpu-share, --cpu-quota, --cpu-period.
. "$KIT"
controller cpu
must create
must rt update --cpu-share 2048 --cpu-quota 30000 --cpu-period 60000 "$id"
expect_limit cpu.cfs_quota_us 30000 cpu.max '30000 60000'
[ "$version" = v2 ] || expect_limit cpu.cfs_period_us 60000
expect_limit cpu.shares 2048 cpu.weight 174
