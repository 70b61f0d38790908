# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: swappiness.
. "$KIT"
controller memory
config '.linux.resources.memory.swappiness = 35'
v1_only swappiness
must create
expect_file memory.swappiness 35
config '.linux.resources.memory.swappiness = 0'
must rt delete --force "$id"
must create
expect_file memory.swappiness 0
