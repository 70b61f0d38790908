# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: -1 is no limit.
. "$KIT"
controller memory
config '.linux.resources.memory.limit = -1'
must create
expect_limit memory.limit_in_bytes 9223372036854771712 memory.max max
