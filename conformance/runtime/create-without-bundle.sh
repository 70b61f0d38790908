# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: no bundle (none given, none where the caller stands), no container.
. "$KIT"
cd "$tmp"
rt create "$id"
expect_error 'config\.json'
expect_nothing_left
