# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: burst, up to the quota.
. "$KIT"
controller cpu
config '.linux.resources.cpu = {quota: 50000, period: 100000, burst: 20000}'
must create
expect_limit cpu.cfs_burst_us 20000 cpu.max.burst 20000
config '.linux.resources.cpu.burst = 50000'
must rt delete --force "$id"
must create
expect_limit cpu.cfs_burst_us 50000 cpu.max.burst 50000
