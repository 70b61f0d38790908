# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: what runs is not deleted: an error, and no effect.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
rt delete "$id"
expect_error
expect_state running
[ -d "/proc/$pid" ] || fail 'the process is gone'
