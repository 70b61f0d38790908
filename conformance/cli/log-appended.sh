# SPDX-License-Identifier: Apache-2.0
# managers.md 0: the log is appended to: later commands of a container use the same file.
. "$KIT"
echo before >"$tmp/log"
rt --log "$tmp/log" --log-format json start "$id"
rt --log "$tmp/log" --log-format json kill "$id"
expect_equal "$(head -n 1 "$tmp/log")" before 'first line'
expect_equal "$(wc -l <"$tmp/log")" 3 'number of lines'
