# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: a bundle path that leads nowhere is an error.
. "$KIT"
rt create --bundle "$tmp/nowhere" "$id"
expect_error 'no such file or directory'
expect_nothing_left
