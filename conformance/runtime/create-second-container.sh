# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: another id makes another container.
. "$KIT"
args sleep 1000
must create
pid=$(state .pid)
config '.linux.cgroupsPath += "-second"'
must rt create --bundle "$bundle" "$id-second"
[ "$(state .pid "$id-second")" != "$pid" ] || fail 'both have one process'
expect_state created
