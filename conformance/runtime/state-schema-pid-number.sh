# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: pid is an integer, also while hooks run.
. "$KIT"
hook createRuntime "cat >'$tmp/state'"
must create
jq -e '.pid | type == "number" and . == floor and . > 0' "$tmp/state" >/dev/null || fail "$(cat "$tmp/state")"
