# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: restore without --detach gives the streams of its caller, waits, and passes the status on.
. "$KIT"
checkpoints
inside 'trap "echo asked; exit 7" TERM; echo up; while :; do sleep 0.1; done'
"$RUNTIME" --root "$root" "${manager[@]}" run --detach --bundle "$bundle" "$id" </dev/null 2>&1 | cat >"$tmp/first" &
wait_until grep -q up "$tmp/first"
must checkpoint
expect_nothing_left
{ "$RUNTIME" --root "$root" "${manager[@]}" restore --bundle "$bundle" --image-path "$images" "$id" </dev/null 2>"$tmp/err" ||
  echo "status $?"; } | cat >"$tmp/second" &
wait_state running
must rt kill "$id" TERM
wait $!
expect_equal "$(cat "$tmp/second")" $'asked\nstatus 7' "what it said ($(cat "$tmp/err"))"
expect_nothing_left
