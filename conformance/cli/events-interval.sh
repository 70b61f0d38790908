# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: events prints a line after each interval, a Go duration above 0, until the container stops.
# hull-only: crun has no events, and runc waits for the removal of the cgroup
. "$KIT"
args sleep 1000
must create
must rt start "$id"
for wrong in 0s -1s 5 soon; do
  rt events --interval "$wrong" "$id"
  expect_error 'interval'
done
"$RUNTIME" --root "$root" events --interval 50ms "$id" >"$tmp/lines" &
reader=$!
three() { [ "$(wc -l <"$tmp/lines")" -ge 3 ]; }
wait_until three
must rt kill "$id" KILL
wait "$reader" || fail "events ended with $?"
jq -es 'all(.type == "stats")' "$tmp/lines" >/dev/null || fail "it printed '$(head -c 300 "$tmp/lines")'"
# A reader that goes away ends it, too, long before the hour is over.
must rt delete "$id"
must create
"$RUNTIME" --root "$root" events --interval 1h "$id" | true
