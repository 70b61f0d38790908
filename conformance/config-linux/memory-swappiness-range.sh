# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: swappiness is from 0 to 100.
. "$KIT"
config '.linux.resources.memory.swappiness = 101'
expect_refused_create swappiness
