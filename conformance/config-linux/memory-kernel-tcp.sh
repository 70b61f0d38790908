# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: kernelTCP.
. "$KIT"
controller memory
config '.linux.resources.memory.kernelTCP = 33554432'
v1_only kernelTCP
must create
expect_file memory.kmem.tcp.limit_in_bytes 33554432
