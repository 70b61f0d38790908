# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: limit.
. "$KIT"
controller memory
config '.linux.resources.memory.limit = 67108864'
must create
expect_limit memory.limit_in_bytes 67108864 memory.max 67108864
