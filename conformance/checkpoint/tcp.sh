# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: with --tcp-established a connection goes on where it was; without it the container is left as it is.
. "$KIT"
checkpoints
for program in iptables-restore ip6tables-restore; do
  command -v $program >/dev/null || skip "the program $program, by which CRIU keeps packets back"
done
config '.process.capabilities |= map_values(. + ["CAP_NET_ADMIN"])'
inside 'ip link set lo up
mkfifo /count/silence; exec 9<>/count/silence
nc -l -p 7000 </count/silence >/count/heard &
until grep -q :1B58 /proc/net/tcp6; do sleep 0.1; done
i=0; while :; do i=$((i + 1)); echo $i; sleep 0.1; done | nc -w 60 127.0.0.1 7000'
heard() { "$RUNTIME" --root "$root" exec "$id" tail -n 1 /count/heard 2>/dev/null | grep . || echo 0; }
hears_past() { [ "$(heard)" -gt "$1" ]; }
must run --detach
wait_until hears_past 2
checkpoint
expect_error 'TCP|tcp'
expect_state running
rm -rf "$images"
must checkpoint --tcp-established
must restore --tcp-established
at=$(heard)
[ "$at" -ge 3 ] || fail "it began anew, at '$at'"
wait_until hears_past "$at"
