# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: -1 is no limit, also for the reservation.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 67108864, reservation: -1}'
must create
expect_limit memory.soft_limit_in_bytes 9223372036854771712 memory.low max
