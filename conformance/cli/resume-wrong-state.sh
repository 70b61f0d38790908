# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: resume of what is not paused is refused with 'container not paused'.
# hull-only: crun looks at no state
. "$KIT"
rt resume "$id"
expect_error 'does not exist'
args sleep 1000
must create
rt resume "$id"
expect_error 'not paused'
must rt start "$id"
rt resume "$id"
expect_error 'not paused'
expect_state running
