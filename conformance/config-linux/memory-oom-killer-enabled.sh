# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: the OOM killer is there by default, and with disableOOMKiller false.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 67108864, disableOOMKiller: false}'
must create
[ "$version" = v2 ] || expect_file_line memory.oom_control 'oom_kill_disable 0'
