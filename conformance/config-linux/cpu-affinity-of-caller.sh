# SPDX-License-Identifier: Apache-2.0
# users.md 33: the container runs on every processor of its cpuset, not just on those that whoever
# called the runtime was confined to.
. "$KIT"
allowed() { sed -n 's/^Cpus_allowed_list:\t//p' "$1"; }
all=$(allowed /proc/self/status)
[ "$all" != 0 ] || skip 'a second processor'
taskset -pc 0 $$ >/dev/null
inside 'grep Cpus_allowed_list: /proc/self/status'
must run
expect_equal "$(allowed "$out")" "$all" 'what the container may run on'
