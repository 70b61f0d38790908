# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: a quota of -1 is none.
. "$KIT"
controller cpu
config '.linux.resources.cpu = {quota: -1, period: 100000}'
must create
expect_limit cpu.cfs_quota_us -1 cpu.max 'max 100000'
