# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: a quota alone leaves the kernel's period.
. "$KIT"
controller cpu
config '.linux.resources.cpu.quota = 30000'
must create
expect_limit cpu.cfs_quota_us 30000 cpu.max '30000 100000'
[ "$version" = v2 ] || expect_file cpu.cfs_period_us 100000
