# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: the files of the memory controller.
. "$KIT"
unified_controller memory
config '.linux.resources.unified = {"memory.max": "67108864", "memory.high": "50331648",
  "memory.low": "16777216", "memory.min": "8388608", "memory.oom.group": "1"}'
must create
expect_file memory.max 67108864
expect_file memory.high 50331648
expect_file memory.low 16777216
expect_file memory.min 8388608
expect_file memory.oom.group 1
