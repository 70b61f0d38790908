# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: one argument too many is an error.
. "$KIT"
rt create --bundle "$bundle" "$id" "$id-more"
expect_error
expect_nothing_left
