# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: without closID a group of the container's name, with its process in it; it goes with
# the container.
. "$KIT"
resctrl
config '.linux.intelRdt = {}'
must create
grep -qx "$(state .pid)" "$resctrl/$id/tasks" || fail "the process is not in $resctrl/$id"
must rt delete --force "$id"
[ ! -e "$resctrl/$id" ] || fail 'the group is left'
args /no/such/program
expect_refused_create
[ ! -e "$resctrl/$id" ] || fail 'the group of a container that was not made is left'
