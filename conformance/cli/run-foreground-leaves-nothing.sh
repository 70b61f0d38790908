# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a foreground run deletes the container when it has ended.
. "$KIT"
inside 'exit 0'
run
expect_success
expect_nothing_left
