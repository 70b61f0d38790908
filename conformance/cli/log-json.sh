# SPDX-License-Identifier: Apache-2.0
# managers.md 0: with --log-format json a failure is one object with level, msg and time, one a line,
# and the message stands on stderr as well.
. "$KIT"
rt --log "$tmp/log" --log-format json start "$id"
expect_error
expect_equal "$(wc -l <"$tmp/log")" 1 'number of lines'
jq -e '.level == "error" and (.msg | length) > 0 and
  (.time | test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"))' \
  "$tmp/log" >/dev/null || fail "the record is '$(cat "$tmp/log")'"
