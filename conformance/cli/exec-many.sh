# SPDX-License-Identifier: Apache-2.0
# issue 5: of 32 at once none is lost.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
pids=()
for i in {1..32}; do
  "$RUNTIME" --root "$root" "${manager[@]}" exec "$id" sh -c "echo done; exit $i" >"$tmp/out.$i" &
  pids+=($!)
done
for i in {1..32}; do
  status=0
  wait "${pids[i - 1]}" || status=$?
  expect_status "$i"
  grep -qx done "$tmp/out.$i" || fail "what process $i said is lost"
done
