# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: a period alone leaves the quota unlimited.
. "$KIT"
controller cpu
config '.linux.resources.cpu.period = 50000'
must create
expect_limit cpu.cfs_period_us 50000 cpu.max 'max 50000'
[ "$version" = v2 ] || expect_file cpu.cfs_quota_us -1
