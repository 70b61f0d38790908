# SPDX-License-Identifier: Apache-2.0
# issue 3: of 200 containers created at once each starts, or fails with a message that names systemd's job
# or unit; none is outside its own cgroup; nothing is left of them.
# watchdog: 1200
. "$KIT"
count=200
args sleep 100000
for ((n = 0; n < count; n++)); do
  mkdir "$tmp/$n"
  jq --arg root "$bundle/rootfs" --arg path "system.slice:conformance:$TOKEN-$n" \
    '.root.path = $root | .linux.cgroupsPath = $path | .linux.resources.pids.limit = 16' \
    "$bundle/config.json" >"$tmp/$n/config.json"
done
# each VERB [ARG]...: at once for every container in $all; what it said is in $tmp/N/VERB, its status in $tmp/N/status.
each() {
  local n verb=$1
  shift
  for n in "${all[@]}"; do
    {
      status=0
      "$RUNTIME" --root "$root" "${manager[@]}" "$verb" "${@//%/$n}" "$id-$n" >"$tmp/$n/$verb" 2>&1 </dev/null || status=$?
      echo $status >"$tmp/$n/status"
    } &
  done
  wait
}
mapfile -t all < <(seq 0 $((count - 1)))
each create --bundle "$tmp/%"
made=()
for n in "${all[@]}"; do
  if [ "$(cat "$tmp/$n/status")" = 0 ]; then
    made+=("$n")
    continue
  fi
  grep -qE "systemd.*(job|unit|conformance-$TOKEN-$n.scope)" "$tmp/$n/create" ||
    fail "create of $n failed without a word of systemd: $(tail -n 1 "$tmp/$n/create")"
  [ ! -e "$root/$id-$n" ] || fail "the state directory of $n is left, which failed"
done
echo "${#made[@]} of $count were created"
[ ${#made[@]} -gt 0 ] || fail "none was created: $(cat "$tmp/0/create")"
all=("${made[@]}")
each start
for n in "${all[@]}"; do
  expect_equal "$(cat "$tmp/$n/status")" 0 "the status of start $n ($(tail -n 1 "$tmp/$n/start"))"
  pid=$(state .pid "$id-$n")
  expect_equal "$(cat "/proc/$pid/comm")" sleep "what runs in $n"
  grep -qE "^0::/system.slice/conformance-$TOKEN-$n.scope(/|$)" "/proc/$pid/cgroup" ||
    fail "$n is in $(cat "/proc/$pid/cgroup")"
  expect_equal "$(cat "/sys/fs/cgroup/system.slice/conformance-$TOKEN-$n.scope/pids.max")" 16 "the limit of $n"
done
each delete --force
for n in "${all[@]}"; do
  expect_equal "$(cat "$tmp/$n/status")" 0 "the status of delete $n ($(tail -n 1 "$tmp/$n/delete"))"
done
expect_equal "$(find "$root" -mindepth 1 -maxdepth 1 -name "$id*" | wc -l)" 0 'number of state directories left'
expect_nothing_left
# systemd forgets a unit when its turn has come.
none_left() { [ -z "$(systemctl list-units --all --no-legend "conformance-$TOKEN*")" ]; }
wait_until none_left
