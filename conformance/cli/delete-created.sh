# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a created container can be deleted without force (here the managers ask for more than
# runtime.md, Delete, allows).
. "$KIT"
must create
pid=$(state .pid)
must rt delete "$id"
wait_until gone "$pid"
expect_nothing_left
