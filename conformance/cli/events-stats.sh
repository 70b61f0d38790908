# SPDX-License-Identifier: Apache-2.0
# peers.md 1.4: events --stats is one line of JSON with the container's counts, in the peers' shape.
# hull-only: crun has no events
. "$KIT"
rt events --stats "$id"
expect_error '(does not exist|no such file|unknown command)'
config '.linux.resources.pids.limit = 77 | .linux.resources.memory.limit = 50331648'
grep -q ' cgroup ' /proc/mounts || grep -qw memory /sys/fs/cgroup/cgroup.controllers ||
  config 'del(.linux.resources.memory)'
grep -q ' cgroup ' /proc/mounts || grep -qw pids /sys/fs/cgroup/cgroup.controllers ||
  config 'del(.linux.resources.pids)'
inside 'i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done; echo done; exec sleep 1000'
must create
must rt start "$id"
wait_until grep -q done "$container_out"
must rt events --stats "$id"
expect_equal "$(wc -l <"$out")" 1 'the number of lines'
expect_match '^\{"type":"stats","id":"'"$id"'",'
jq -e '.data.cpu.usage | .total > 0 and .user >= 0 and .kernel >= 0' "$out" >/dev/null || fail 'no processor time'
limit=$(jq .linux.resources.memory.limit "$bundle/config.json")
[ "$limit" = null ] || jq -e --argjson limit "$limit" '.data.memory.usage | .limit == $limit and .usage > 0 and .failcnt >= 0' \
  "$out" >/dev/null || fail "memory is $(jq -c .data.memory.usage "$out")"
[ "$limit" = null ] || jq -e '.data.memory.raw | length > 10' "$out" >/dev/null || fail 'no raw memory counts'
limit=$(jq .linux.resources.pids.limit "$bundle/config.json")
[ "$limit" = null ] || jq -e --argjson limit "$limit" '.data.pids == {current: 1, limit: $limit}' "$out" >/dev/null ||
  fail "pids is $(jq -c .data.pids "$out")"
must rt kill "$id" KILL
wait_state stopped
rt events --stats "$id"
expect_error 'not running'
