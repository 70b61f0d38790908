# SPDX-License-Identifier: Apache-2.0
# managers.md 0: what the log says is on stderr too, for conmon.
. "$KIT"
rt --log "$tmp/log" --log-format json state "$id"
expect_error
grep -qF "$(jq -r .msg "$tmp/log")" "$err" || fail "stderr is '$(cat "$err")'"
