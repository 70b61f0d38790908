# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a checkpoint ends the container, and restore goes on where it was, in its cgroup.
. "$KIT"
checkpoints
must run --detach
counts_on 3
must checkpoint
[ ! -s "$err" ] || fail "checkpoint says '$(cat "$err")'"
expect_nothing_left
before=$(od -An -c "$images/pstree.img" | wc -l)
[ "$before" -gt 0 ] || fail 'there are no images'
must restore --pid-file "$tmp/pid"
expect_state running
expect_equal "$(cat "$tmp/pid")" "$(state .pid)" 'the pid file'
grep -q "${cgroup##*/}" "/proc/$(state .pid)/cgroup" || fail "it is in $(cat "/proc/$(state .pid)/cgroup")"
at=$(counted)
[ "$at" -ge 3 ] || fail "it began anew, at $at"
counts_on "$at"
must rt delete --force "$id"
expect_nothing_left
! grep -q "$bundle" /proc/self/mountinfo || fail 'a mount is left'
