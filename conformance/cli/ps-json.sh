# SPDX-License-Identifier: Apache-2.0
# managers.md 1.5, peers.md 1.3: ps --format json is an array of the host's process ids.
. "$KIT"
inside 'sleep 1000 & sleep 1001 & wait'
must create
pid=$(state .pid)
must rt ps --format json "$id"
jq -e --argjson pid "$pid" '. == [$pid]' "$out" >/dev/null || fail "of a created container it is '$(cat "$out")'"
must rt start "$id"
three() { rt ps -f json "$id" && [ "$(jq length "$out")" = 3 ]; }
wait_until three
jq -e --argjson pid "$pid" 'index($pid) != null' "$out" >/dev/null || fail "init $pid is not in '$(cat "$out")'"
for other in $(jq '.[]' "$out"); do
  [ "$other" = "$pid" ] || expect_equal "$(ps -o ppid= -p "$other" | tr -d ' ')" "$pid" "the parent of $other"
done
