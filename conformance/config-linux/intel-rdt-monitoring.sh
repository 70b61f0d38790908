# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: enableMonitoring makes a monitoring group of the container's name below its group, which
# goes with the container.
. "$KIT"
resctrl
[ -d "$resctrl/mon_groups" ] || skip 'RDT monitoring'
config '.linux.intelRdt = {closID: "/", enableMonitoring: true}'
must create
grep -qx "$(state .pid)" "$resctrl/mon_groups/$id/tasks" || fail 'the process is not in the monitoring group'
must rt delete --force "$id"
[ ! -e "$resctrl/mon_groups/$id" ] || fail 'the monitoring group is left'
