# SPDX-License-Identifier: Apache-2.0
# issue 3: of 200 containers created at once each starts, or fails with a message that names systemd and the
# unit; none is outside its own cgroup; nothing is left of them.
# watchdog: 1800
. "$KIT"
count=200
args sleep 100000
# No program for each of them: in the guest that would take longer than the containers.
text=$(jq --arg root "$bundle/rootfs" --arg path "$cgroups_path-@N@" '.root.path = $root
  | .linux.cgroupsPath = $path | .linux.resources.pids.limit = 16' "$bundle/config.json")
for ((n = 0; n < count; n++)); do
  mkdir "$tmp/$n"
  echo "${text//@N@/$n}" >"$tmp/$n/config.json"
done
# each VERB [ARG]...: at once for every container in $all; % stands for its number. What it said is in
# $tmp/N/VERB, its status in $tmp/N/status.
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
all=()
for ((n = 0; n < count; n++)); do all+=("$n"); done
each create --bundle "$tmp/%"
made=()
for n in "${all[@]}"; do
  if [ "$(<"$tmp/$n/status")" = 0 ]; then
    made+=("$n")
    continue
  fi
  echo "create $n: $(<"$tmp/$n/create")"
  grep "systemd: " "$tmp/$n/create" | grep -qF "conformance-$TOKEN-$n.scope" ||
    fail "create of $n failed without naming systemd and the unit: $(tail -n 1 "$tmp/$n/create")"
  [ ! -e "$root/$id-$n" ] || fail "the state directory of $n is left, which failed"
done
echo "${#made[@]} of $count were created"
[ ${#made[@]} -gt 0 ] || fail "none was created: $(<"$tmp/0/create")"
all=("${made[@]}")
each start
for n in "${all[@]}"; do
  expect_equal "$(<"$tmp/$n/status")" 0 "the status of start $n ($(<"$tmp/$n/start"))"
done
must rt list --format json
jq -r '.[] | "\(.id) \(.pid) \(.status)"' "$out" >"$tmp/list"
expect_equal "$(wc -l <"$tmp/list")" "${#made[@]}" 'number of containers'
while read -r name pid now; do
  scope=conformance-$TOKEN-${name#"$id-"}.scope
  expect_equal "$now" running "the status of $name"
  expect_equal "$(<"/proc/$pid/comm")" sleep "what runs in $name"
  [[ $'\n'$(<"/proc/$pid/cgroup") == *$'\n0::/system.slice/'"$scope"* ]] || fail "$name is in $(<"/proc/$pid/cgroup")"
  expect_equal "$(<"/sys/fs/cgroup/system.slice/$scope/pids.max")" 16 "the limit of $name"
done <"$tmp/list"
each delete --force
for n in "${all[@]}"; do
  expect_equal "$(<"$tmp/$n/status")" 0 "the status of delete $n ($(<"$tmp/$n/delete"))"
done
expect_equal "$(find "$root" -mindepth 1 -maxdepth 1 -name "$id*" | wc -l)" 0 'number of state directories left'
expect_nothing_left
# systemd forgets a unit when its turn has come.
none_left() { [ -z "$(systemctl list-units --all --no-legend "conformance-$TOKEN*")" ]; }
wait_until none_left
