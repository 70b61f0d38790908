# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: a closID without a schema must be there, is joined, and stays; / is the default group.
. "$KIT"
resctrl
config '.linux.intelRdt = {closID: $name}' --arg name "group-$TOKEN"
expect_refused_create "group-$TOKEN"
mkdir "$resctrl/group-$TOKEN" || skip 'a free class of service (CLOSID)'
must create
grep -qx "$(state .pid)" "$resctrl/group-$TOKEN/tasks" || fail 'the process is not in the group'
must rt delete --force "$id"
[ -e "$resctrl/group-$TOKEN" ] || fail 'the group has gone with the container'
config '.linux.intelRdt = {closID: "/"}'
must create
grep -qx "$(state .pid)" "$resctrl/tasks" || fail 'the process is not in the default group'
[ ! -e "$resctrl/$id" ] || fail 'there is a group of its own'
