# SPDX-License-Identifier: Apache-2.0
# issue 5: calls of `mounts` for one container take turns with each other and with delete.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
for number in 1 2 3 4 5 6 7 8; do
  jq -n --arg number $number '[range(10) | {destination: "/m/\($number)/\(.)", type: "tmpfs", source: "t"}]' \
    >"$tmp/list$number.json"
  "$RUNTIME" --root "$root" mounts add "$id" "$tmp/list$number.json" &
  calls_of[number]=$!
done
for number in 1 2 3 4 5 6 7 8; do wait "${calls_of[number]}" || fail "call $number ended with $?"; done
expect_equal "$(grep -c ' /m/' "/proc/$pid/mountinfo")" 80 'the number of mounts'
for number in 1 2 3 4; do
  "$RUNTIME" --root "$root" mounts remove "$id" "$tmp/list$number.json" 2>"$tmp/err$number" &
  calls_of[number]=$!
done
"$RUNTIME" --root "$root" delete --force "$id" || fail 'delete failed'
for number in 1 2 3 4; do
  wait "${calls_of[number]}" || grep -qE 'container (does not exist|not running)' "$tmp/err$number" ||
    fail "call $number says '$(cat "$tmp/err$number")'"
done
expect_nothing_left
