# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: so is one that was killed before its program ran; start is then an error.
. "$KIT"
must create
kill -KILL "$(state .pid)"
wait_state stopped
rt start "$id"
expect_error
must rt delete "$id"
expect_nothing_left
