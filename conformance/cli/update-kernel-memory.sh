# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --kernel-memory is accepted, without effect but a warning.
# hull-only: crun refuses it on v2
. "$KIT"
controller pids
must create
must rt --log-level warning --log "$tmp/log" update --kernel-memory 1m --pids-limit 12 "$id"
expect_limit pids.max 12 pids.max 12
grep -q -e '--kernel-memory has no effect' "$tmp/log" || fail 'nothing warned'
