# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: reservation.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 67108864, reservation: 33554432}'
must create
expect_limit memory.soft_limit_in_bytes 33554432 memory.low 33554432
