# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a message with quotes, backslashes or control characters is still JSON.
. "$KIT"
config '.process.args = ["/no/such \"program\" \\ \u0001"]'
rt --log "$tmp/log" --log-format json run --bundle "$bundle" "$id"
expect_error
jq -e .msg "$tmp/log" >/dev/null || fail "the record is '$(cat "$tmp/log")'"
