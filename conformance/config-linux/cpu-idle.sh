# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: idle, 1 for SCHED_IDLE.
. "$KIT"
controller cpu
config '.linux.resources.cpu.idle = 1'
must create
expect_limit cpu.idle 1 cpu.idle 1
