# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: disableOOMKiller.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 67108864, disableOOMKiller: true}'
v1_only oom_*killer
must create
expect_file_line memory.oom_control 'oom_kill_disable 1'
