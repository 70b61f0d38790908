# SPDX-License-Identifier: Apache-2.0
# users.md 17: update --dry-run prints what would change, old and new, and changes nothing.
# hull-only: the flag is ours
. "$KIT"
controller cpu
controller pids
config '.linux.resources += {pids: {limit: 50}, cpu: {quota: 25000, period: 50000}}'
must create
must rt update --dry-run --pids-limit 60 --cpu-quota 25000 "$id"
expect_match "^--pids-limit: .*pids\\.max: 50 → 60\$"
[ "$(wc -l <"$out")" = 1 ] || fail "it printed $(cat "$out")"
expect_limit pids.max 50 pids.max 50
must rt update --dry-run --pids-limit 50 "$id"
[ ! -s "$out" ] || fail "it printed $(cat "$out")"
echo '{"pids": {"limit": -1}}' >"$tmp/r.json"
must rt update --dry-run --resources "$tmp/r.json" "$id"
expect_match "^/pids/limit: .*pids\\.max: 50 → max\$"
must rt update --pids-limit 60 "$id"
[ ! -s "$out" ] || fail "it printed $(cat "$out")"
must rt update --dry-run --pids-limit 60 "$id"
[ ! -s "$out" ] || fail "it printed $(cat "$out")"
