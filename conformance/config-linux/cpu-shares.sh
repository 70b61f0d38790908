# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: shares. On v2 a weight takes their place, by the formula
# that runc 1.5 and crun 1.29 have too: managers compare it.
. "$KIT"
controller cpu
config '.linux.resources.cpu.shares = 512'
must create
expect_limit cpu.shares 512 cpu.weight 59
must rt delete --force "$id"
config '.linux.resources.cpu.shares = 2'
must create
expect_limit cpu.shares 2 cpu.weight 1
