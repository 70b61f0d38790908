# SPDX-License-Identifier: Apache-2.0
# issue 5: a container that is ended meanwhile is entered or refused, and nothing is left behind.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
for i in {1..8}; do
  while "$RUNTIME" --root "$root" "${manager[@]}" exec "$id" true 2>"$tmp/err.$i"; do :; done &
  pids[i]=$!
done
sleep 0.3
must rt kill "$id" KILL
for i in {1..8}; do
  wait "${pids[i]}" || :
  # A process that was killed with the container says nothing.
  [ ! -s "$tmp/err.$i" ] || grep -qE 'container not running|cannot exec in a stopped' "$tmp/err.$i" ||
    fail "it says '$(cat "$tmp/err.$i")'"
done
wait_state stopped
must rt delete "$id"
expect_nothing_left
