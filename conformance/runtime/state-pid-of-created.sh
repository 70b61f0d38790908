# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: a created container has a pid too, of a process that lives and waits.
. "$KIT"
must create
pid=$(state .pid)
[ -d "/proc/$pid" ] || fail "there is no process $pid"
[ "$(awk '/^NSpid:/ { print $NF }' "/proc/$pid/status")" = 1 ] || fail "pid $pid is not the container's first process"
