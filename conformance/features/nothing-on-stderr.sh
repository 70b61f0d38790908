# SPDX-License-Identifier: Apache-2.0
# managers.md 0: callers read stdout and stderr together: only the JSON is printed.
. "$KIT"
must rt features
[ ! -s "$err" ] || fail "stderr has '$(cat "$err")'"
jq -e 'type == "object"' "$out" >/dev/null || fail 'it is not one JSON object'
