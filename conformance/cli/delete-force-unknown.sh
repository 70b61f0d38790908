# SPDX-License-Identifier: Apache-2.0
# managers.md 0: delete --force of an unknown id succeeds, silently.
. "$KIT"
rt delete --force "$id"
expect_success
[ ! -s "$err" ] && [ ! -s "$out" ] || fail "it says '$(cat "$err" "$out")'"
