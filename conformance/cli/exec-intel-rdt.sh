# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: a process of exec is in the groups of its container.
. "$KIT"
resctrl
args sleep 1000
config '.linux.intelRdt = {}'
must create
must rt start "$id"
must rt exec --detach --pid-file "$tmp/pid" "$id" sleep 1000
grep -qx "$(cat "$tmp/pid")" "$resctrl/$id/tasks" || fail "the process is not in $resctrl/$id"
