# SPDX-License-Identifier: Apache-2.0
# managers.md 0: the log is there after a success as well, and empty.
. "$KIT"
must rt --log "$tmp/log" --log-format json create --bundle "$bundle" "$id"
[ -e "$tmp/log" ] || fail 'there is no log'
[ ! -s "$tmp/log" ] || fail "it has '$(cat "$tmp/log")'"
