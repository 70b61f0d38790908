# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: quota and period.
. "$KIT"
controller cpu
config '.linux.resources.cpu = {quota: 25000, period: 50000}'
must create
expect_limit cpu.cfs_quota_us 25000 cpu.max '25000 50000'
[ "$version" = v2 ] || expect_limit cpu.cfs_period_us 50000
