# SPDX-License-Identifier: Apache-2.0
# runtime.md, Kill: signalling what has stopped is an error, and has no effect.
. "$KIT"
inside :
must create
must rt start "$id"
wait_state stopped
rt kill "$id" KILL
expect_error
expect_state stopped
