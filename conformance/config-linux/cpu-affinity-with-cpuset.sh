# SPDX-License-Identifier: Apache-2.0
# users.md 33: of a caller's affinity nothing is left in a container that has a cpuset of its own.
. "$KIT"
controller cpuset
[ -d /sys/devices/system/cpu/cpu1 ] || skip 'a second processor'
config '.linux.resources.cpu.cpus = "1"'
inside 'grep Cpus_allowed_list: /proc/self/status'
taskset -pc 0 $$ >/dev/null
must run
expect_line "Cpus_allowed_list:	1"
