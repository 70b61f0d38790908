# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: an id that makes no file name is refused.
. "$KIT"
rt create --bundle "$bundle" "$TOKEN-$(printf '%0300d' 1)"
expect_error
expect_nothing_left
