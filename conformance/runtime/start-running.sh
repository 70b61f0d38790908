# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: starting what already runs is an error, and has no effect on it.
. "$KIT"
inside 'echo started; exec sleep 1000'
must create
must rt start "$id"
wait_until grep -q started "$container_out"
rt start "$id"
expect_error
expect_state running
out=$container_out
expect_output started
