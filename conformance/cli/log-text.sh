# SPDX-License-Identifier: Apache-2.0
# peers.md 4.7: without a format the log is text.
. "$KIT"
rt --log "$tmp/log" start "$id"
expect_error
grep -q 'does not exist' "$tmp/log" || fail "the log is '$(cat "$tmp/log")'"
