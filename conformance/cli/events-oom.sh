# SPDX-License-Identifier: Apache-2.0
# peers.md 1.4: events tells when the container's memory runs out; issue 3: and at which limit.
# hull-only: crun has no events, runc's line has no data
. "$KIT"
controller memory
config '.linux.resources.memory.limit = 16777216'
inside 'while [ ! -e /go ]; do sleep 0.05; done; tail /dev/zero; echo survived; exec sleep 1000'
must create
must rt start "$id"
"$RUNTIME" --root "$root" events --interval 50ms "$id" >"$tmp/lines" &
reader=$!
wait_until [ -s "$tmp/lines" ]
touch "$bundle/rootfs/go"
wait_until grep -q survived "$container_out"
told() { grep -q '"type":"oom"' "$tmp/lines"; }
wait_until told
file=memory.limit_in_bytes
[ "$version" = v1 ] || file=memory.max
own=$(own_cgroup)
jq -es --arg cgroup "${own#"$hierarchy"}" --arg file "$file" --arg id "$id" 'map(select(.type == "oom"))
  | length == 1 and .[0].id == $id and .[0].data.cgroup == $cgroup and (.[0].data.kills | . == 0 or . == 1)
  and .[0].data.reached == [{cgroup: $cgroup, file: $file, limit: 16777216}]' "$tmp/lines" >/dev/null ||
  fail "it told '$(grep '"type":"oom"' "$tmp/lines" | tr '\n' ' ')'"
must rt kill "$id" KILL
wait "$reader" || fail "events ended with $?"
# What ends the container is told before events ends.
must rt delete "$id"
rm "$bundle/rootfs/go"
inside 'while [ ! -e /go ]; do sleep 0.05; done; exec tail /dev/zero'
must create
must rt start "$id"
"$RUNTIME" --root "$root" events --interval 50ms "$id" >"$tmp/lines" &
reader=$!
wait_until [ -s "$tmp/lines" ]
touch "$bundle/rootfs/go"
wait "$reader" || fail "events ended with $?"
told || fail "it told nothing of what ended the container"
