# SPDX-License-Identifier: Apache-2.0
# runtime.md, Query State: asking for a container that does not exist is an error.
. "$KIT"
rt state "$id"
expect_error
[ ! -s "$out" ] || fail "it printed '$(cat "$out")'"
