# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --memory, --memory-reservation and --memory-swap; what is not asked for stays.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 67108864, reservation: 16777216}'
must create
must rt update --memory 134217728 "$id"
expect_limit memory.limit_in_bytes 134217728 memory.max 134217728
expect_limit memory.soft_limit_in_bytes 16777216 memory.low 16777216
must rt update --memory-reservation 33554432 "$id"
expect_limit memory.limit_in_bytes 134217728 memory.max 134217728
expect_limit memory.soft_limit_in_bytes 33554432 memory.low 33554432
