# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a signal sent to a foreground run reaches the program.
. "$KIT"
inside 'trap "echo got TERM; exit 5" TERM; echo ready; while :; do sleep 0.1; done'
"$RUNTIME" --root "$root" run --bundle "$bundle" "$id" </dev/null >"$DIR/answer" 2>&1 &
runner=$!
wait_until grep -q ready "$DIR/answer"
kill -TERM "$runner"
status=0
wait "$runner" || status=$?
grep -qx 'got TERM' "$DIR/answer" || fail "it did not: $(cat "$DIR/answer")"
expect_equal "$status" 5 'exit status of run'
