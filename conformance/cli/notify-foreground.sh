# SPDX-License-Identifier: Apache-2.0
# peers.md 3.2: NOTIFY_SOCKET: run that stays passes READY=1 on at once, and is the main process itself.
. "$KIT"
service_manager "$tmp/manager"
inside 'notify send READY=1; sleep 100000'
"$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id" </dev/null >"$DIR/out.r" 2>&1 &
runner=$!
is_told() { [ "$(times READY=1)" = 1 ]; }
wait_until is_told
wait_until grep -q "MAINPID=$runner" "$told"
kill -0 "$runner" || fail 'run has ended'
rt kill "$id" KILL
wait "$runner" || :
expect_nothing_left
