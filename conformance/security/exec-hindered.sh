# SPDX-License-Identifier: Apache-2.0
# users.md 2, 3: what runs in a container kills, stops, holds or starves the process that exec adds, at any moment:
# exec comes to its end, says why, or can be ended, and nothing of the host's is in reach or left.
# CONFORMANCE_ROUNDS: calls of exec for each way.
# watchdog: 1800
. "$KIT"
any_hierarchy

processes() { cat "$(own_cgroup)/cgroup.procs" | wc -l; }
has_processes() { [ "$(processes)" = "$1" ]; }
# A sentence, or what `true` itself ends with when it is killed.
expect_end() {
  case $status in
    0 | 137) ;;
    1 | 255) [ "$(wc -l <"$err")" = 1 ] || fail "$how: no sentence but '$(cat "$err")'" ;;
    *) fail "$how: exec ended with $status: $(tail -n 1 "$err")" ;;
  esac
}
held() { [ "$(grep -c '^held' "$container_out")" -gt "$already" ]; }
held_or_ended() { held || gone "$exec"; }

for how in kill stop freeze trace processes memory; do
  attacker hinder "$how" /secret
  config 'del(.linux.resources)'
  case $how in
    processes) config '.linux.resources.pids.limit = 8' ;;
    memory) config '.linux.resources.memory.limit = 33554432' ;;
  esac
  attacking
  [ "$how" != processes ] || wait_until grep -q full "$container_out"
  before=$(processes)
  ended=0
  rounds=${CONFORMANCE_ROUNDS:-8}
  # Those few calls are not always met.
  for ((round = 0; round < rounds || (ended == 0 && round < 20 * rounds); round++)); do
    case $how in
      freeze | trace)
        already=$(grep -c '^held' "$container_out" || :)
        : | "$RUNTIME" --root "$root" exec "$id" true > >(cat >"$tmp/said") 2>&1 &
        exec=$!
        wait_until held_or_ended
        # The pipeline's last process is the runtime itself.
        if held; then
          ended=$((ended + 1))
          kill -TERM "$exec" || :
          # It has this long: held by a tracer, a child that was killed is not told of to its parent.
          for ((try = 0; try < 200; try++)); do
            ! gone "$exec" || break
            sleep 0.05
          done
          gone "$exec" || {
            faults+=("$how: exec is not to be ended by SIGTERM while its process is held")
            rounds=0
            break
          }
          touch "$bundle/rootfs/release"
        fi
        wait "$exec" || : ;;
      processes) must rt exec "$id" true ;;
      *)
        rt exec "$id" true
        expect_end ;;
    esac
  done
  echo "$how: $ended held"
  case $how in
    freeze | trace) [ "$ended" -gt 0 ] || [ "$rounds" = 0 ] || fail "$how: none was held" ;;
  esac
  [ "$how" = memory ] || wait_until has_processes "$before"
  touch "$bundle/rootfs/ended"
  finish
  sed "s/^/$how: /" "$out"
  for count in roots cwds fds memory stronger; do
    ! grep -q "^example $count" "$out" || faults+=("$how: $(grep -m 1 "^example $count" "$out")")
  done
  must rt delete "$id"
  expect_nothing_left
done
expect_no_faults
