# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: the restored container can have another id, and cgroup, and there can be several.
. "$KIT"
checkpoints
must run --detach
counts_on 3
must checkpoint --leave-running
expect_state running
config '.linux.cgroupsPath |= . + "-second"'
id=$TOKEN-second
must restore
counts_on 3
grep -q "$TOKEN-second" "/proc/$(state .pid)/cgroup" || fail "it is in $(cat "/proc/$(state .pid)/cgroup")"
expect_equal "$(state .status "$TOKEN")" running 'the first one'
[ "$(state .pid)" != "$(state .pid "$TOKEN")" ] || fail 'both are one'
