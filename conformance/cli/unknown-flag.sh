# SPDX-License-Identifier: Apache-2.0
# managers.md 0: an unknown flag is an error that names the flag.
. "$KIT"
rt create --invalidflag --bundle "$bundle" "$id"
expect_error invalidflag
expect_nothing_left
