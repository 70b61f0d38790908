# SPDX-License-Identifier: Apache-2.0
# users.md 2, 3: what may trace in a container takes every socket and pipe of the process that exec adds, and speaks by
# them, reads them, shuts them: exec comes to its end or can be ended, in words without control characters, returns
# when its program has ended, and ends and records no other process.
# CONFORMANCE_ROUNDS: calls of exec for each way.
# watchdog: 1800
. "$KIT"
is_named() { [ "$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null)" = "$2 " ]; }
# Since the round began, which ends exec if it was waiting for that.
stolen() { [ "$(grep -c '^stolen' "$container_out")" -gt "$already" ]; }
# ended_within SECONDS: or something was stolen.
ended_within() {
  local try
  for ((try = 0; try < $1 * 20; try++)); do
    ! gone "$exec" || return 0
    [ "$how" != theft ] || [ "$1" -gt 4 ] || ! stolen || return 1
    sleep 0.05
  done
  return 1
}

for how in words end theft; do
  attacker hinder "$how" /secret
  attacking
  rounds=${CONFORMANCE_ROUNDS:-8} ran=0 refused=0 hung=0
  # Three that hang tell enough.
  for ((round = 0; round < rounds; round++)); do
    # Each that hangs takes its time.
    [ "$hung" -lt 3 ] || break
    rm -f "$bundle/rootfs/ran" "$tmp/pid"
    already=$(grep -c '^stolen' "$container_out" || :)
    said=$tmp/said.$round
    # A detached one is the last that is seen of it.
    [ $((round % 4)) != 3 ] || program=(--detach --pid-file "$tmp/pid" "$id" sleep "77$round")
    [ $((round % 4)) = 3 ] || program=("$id" touch /ran)
    : | "$RUNTIME" --root "$root" exec "${program[@]}" >"$tmp/output" 2>"$said" &
    exec=$!
    if ! ended_within 4; then
      # It may be about to end: what it waits for may be there all the same. Else it has to be ended.
      kill -TERM "$exec" || :
      hung=$((hung + 1))
      ended_within 8 || {
        faults+=("$how: exec is not to be ended by SIGTERM")
        kill -KILL "$exec" || :
        rounds=0
      }
      [ "$how" = theft ] || [ ! -e "$bundle/rootfs/ran" ] ||
        faults+=("$how: its program has ended, and exec has not returned")
    fi
    status=0
    wait "$exec" || status=$?
    if [ "$status" = 0 ]; then
      ran=$((ran + 1))
      if [ $((round % 4)) = 3 ]; then
        # The pipe by which exec hears of it is closed a little before it has its arguments.
        for ((try = 0; try < 40; try++)); do
          ! is_named "$(cat "$tmp/pid")" "sleep 77$round" || break
          sleep 0.05
        done
        is_named "$(cat "$tmp/pid")" "sleep 77$round" || faults+=("$how: the pid file names another process")
      else
        [ -e "$bundle/rootfs/ran" ] || faults+=("$how: exec says that its program has run, and it has not")
      fi
    else
      refused=$((refused + 1))
      [ ! -e "$tmp/pid" ] || faults+=("$how: a pid file after a failure")
    fi
    # In each way of telling: one line, and of it every byte is a character.
    ! LC_ALL=C grep -q '[^[:print:]]' "$said" || faults+=("$how: not escaped: $(head -n 1 "$said" | cat -v)")
    [ "$(wc -l <"$said")" -le 1 ] || faults+=("$how: more than a line: $(head -n 2 "$said" | cat -v)")
    cat -v "$said"
    # What was detached.
    [ ! -e "$tmp/pid" ] || kill -KILL "$(cat "$tmp/pid")" || :
  done
  expect_state running
  touch "$bundle/rootfs/ended"
  finish
  echo "$how: $ran ran, $refused refused, $hung were ended; $(grep -c '^took' "$out") taken, $(grep -c '^stolen' "$out") stolen"
  [ "$(grep -c '^took' "$out")" -gt 0 ] || echo "$how: nothing could be taken"
  grep -q 'bystander lives' "$out" || faults+=("$how: another process was killed: $(tail -n 1 "$out")")
  must rt delete "$id"
  expect_nothing_left
done
expect_no_faults
