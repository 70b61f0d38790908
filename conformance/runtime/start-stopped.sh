# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: what has stopped is not started again.
. "$KIT"
inside 'echo once'
must create
must rt start "$id"
finish
rt start "$id"
expect_error
expect_state stopped
out=$container_out
expect_output once
