# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: pid is the container's process as the runtime sees it.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
wait_until grep -qz '^sleep' "/proc/$pid/cmdline"
[ "$(awk '/^NSpid:/ { print $NF }' "/proc/$pid/status")" = 1 ] || fail "pid $pid is not the container's first process"
