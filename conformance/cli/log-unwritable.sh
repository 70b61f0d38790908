# SPDX-License-Identifier: Apache-2.0
# peers.md 1.1: a log that cannot be opened is an error.
. "$KIT"
rt --log "$tmp/no/such/folder/log" create --bundle "$bundle" "$id"
expect_error
expect_nothing_left
