# SPDX-License-Identifier: Apache-2.0
# issue 5: a `mounts add` that is ended half-way by a signal, SIGKILL too, has added all of its file or nothing.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
mkdir "$tmp/data"
args /bin/sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
jq -n --arg source "$tmp/data" '[range(150) | if . % 2 == 0
  then {destination: "/m/\(.)", source: $source, options: ["bind", "ro"]}
  else {destination: "/m/\(.)", type: "tmpfs", source: "t"} end]' >"$tmp/list.json"
count() { grep -c ' /m/' "/proc/$pid/mountinfo" || :; }
whole() { now=$(count); [ "$now" = 0 ] || [ "$now" = 150 ]; }
# Nobody is in the container's mount namespace who is not in its pid namespace.
left() {
  local process
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/ns/mnt")" != "$(readlink "/proc/$pid/ns/mnt")" ] ||
      [ "$(readlink "$process/ns/pid")" = "$(readlink "/proc/$pid/ns/pid")" ] || return 1
  done
}
all=0 none=0
for signal in TERM KILL; do
  for step in $(seq 0 24); do
    "$RUNTIME" --root "$root" mounts add "$id" "$tmp/list.json" 2>"$tmp/err" &
    caller=$!
    sleep "0.0$(printf %02d "$step")"
    kill -$signal "$caller" 2>/dev/null || :
    ended=0
    wait "$caller" || ended=$?
    # Killed, it cannot wait for what undoes its work.
    [ $signal != KILL ] || wait_until left
    whole || fail "$now of 150 mounts are there after SIG$signal: $(cat "$tmp/err")"
    [ "$ended" != 0 ] || [ "$now" = 150 ] || fail 'it says that it has added all, and has not'
    [ "$ended" = 0 ] || [ $signal = KILL ] || [ "$now" = 0 ] || fail "it says that it has failed, and has not: $(cat "$tmp/err")"
    if [ "$now" = 0 ]; then
      none=$((none + 1))
    else
      all=$((all + 1))
      must rt mounts remove "$id" "$tmp/list.json"
      expect_equal "$(count)" 0 'the number of mounts left'
    fi
  done
done
echo "$all times all, $none times nothing"
