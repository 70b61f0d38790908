# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: a signal for a stopped container: "container not running".
. "$KIT"
inside :
must create
must rt start "$id"
wait_state stopped
rt kill "$id" KILL
expect_error 'container not running'
