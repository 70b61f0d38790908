# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: update writes the files of cgroup v2 that it is given, and keeps the others.
. "$KIT"
controller pids
[ "$version" = v2 ] || skip 'the pids controller on v2'
config '.linux.resources.unified = {"pids.max": "50", "cgroup.max.depth": "7"}'
must create
echo '{"unified": {"pids.max": "60"}}' >"$tmp/r.json"
must rt update --resources "$tmp/r.json" "$id"
expect_limit '' '' pids.max 60
expect_limit '' '' cgroup.max.depth 7
echo '{"unified": {"pids.max": "61", "pids.no-such": "1"}}' >"$tmp/r.json"
rt update --resources "$tmp/r.json" "$id"
expect_error
! is_hull || expect_error "/unified/pids.no-such: this kernel has no 'pids.no-such'"
! is_hull || expect_limit '' '' pids.max 60
