# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: what stands behind the id is for the host's ps; without a column PID it is refused.
# hull-only: crun ignores them
# packages: procps
. "$KIT"
command -v ps >/dev/null || skip 'ps (package procps)'
inside 'exec sleep 1234'
must create
must rt start "$id"
pid=$(state .pid)
is_sleep() { [ "$(cat "/proc/$pid/comm")" = sleep ]; }
wait_until is_sleep
must rt ps "$id" -e -o comm,pid,args
expect_equal "$(tr -s ' ' <"$out" | tail -n +2)" "sleep $pid sleep 1234" 'the line'
must rt ps --format table "$id" aux
expect_match 'sleep 1234$'
expect_equal "$(wc -l <"$out")" 2 'the number of lines'
rt ps "$id" -o comm
expect_error '(has no column PID|find PID field)'
rt ps "$id" --no-such-flag
expect_error 'exit status 1'
if is_hull; then
  rt ps --format json "$id" aux
  expect_error 'no arguments'
fi
