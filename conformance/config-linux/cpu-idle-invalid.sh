# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: idle is 0 or 1.
. "$KIT"
config '.linux.resources.cpu.idle = 2'
expect_refused_create idle
