# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: a closID with a schema is made when it is not there, and stays; when it is there, its
# l3CacheSchema and memBwSchema are compared, and its schemata are written.
. "$KIT"
resctrl
line=$(cache_line) || skip 'RDT allocation'
rdt() { config '.linux.intelRdt = {closID: $name} + ($more | fromjson)' --arg name "group-$TOKEN" --arg more "$1"; }
rdt "$(jq -n --arg line "$line" '{schemata: [$line]}')"
must create
grep -qx "$(state .pid)" "$resctrl/group-$TOKEN/tasks" || fail 'the process is not in the group'
must rt delete --force "$id"
[ -e "$resctrl/group-$TOKEN" ] || fail 'the group has gone with the container'
# Of the domain 99999 no group has a value.
rdt '{"l3CacheSchema": "L3:99999=1"}'
expect_refused_create
rdt '{"memBwSchema": "MB:99999=10"}'
expect_refused_create
rdt '{"schemata": ["no such resource:0=1"]}'
expect_refused_create
rdt "$(jq -n --arg line "$line" '{schemata: [$line]}')"
must create
