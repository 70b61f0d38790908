# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --resources wins over the other flags, and a warning says so.
. "$KIT"
controller pids
config '.linux.resources.pids.limit = 50'
must create
echo '{"pids": {"limit": 11}}' >"$tmp/r.json"
must rt update --resources "$tmp/r.json" --pids-limit 22 "$id"
expect_limit pids.max 11 pids.max 11
is_hull || exit 0
must rt --log-level warning --log "$tmp/log" update --resources "$tmp/r.json" --pids-limit 22 "$id"
grep -q -e '--pids-limit is ignored: --resources replaces it' "$tmp/log" || fail "the log is $(cat "$tmp/log")"
