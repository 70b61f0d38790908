# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: an id that is in use is refused, and the container that has it is not touched.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
rt create --bundle "$bundle" "$id"
expect_error 'exist'
expect_state running
expect_equal "$(state .pid)" "$pid" pid
