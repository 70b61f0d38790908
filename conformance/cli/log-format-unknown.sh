# SPDX-License-Identifier: Apache-2.0
# peers.md 1.1: another format than text and json is an error.
. "$KIT"
rt --log-format xml create --bundle "$bundle" "$id"
expect_error
expect_nothing_left
