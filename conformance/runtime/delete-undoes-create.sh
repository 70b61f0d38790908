# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: what create made is gone afterwards: state, cgroup, process, mounts.
. "$KIT"
inside :
cut -d' ' -f5 /proc/self/mountinfo >"$tmp/before"
must create
must rt start "$id"
wait_state stopped
must rt delete "$id"
expect_nothing_left
rt state "$id"
expect_error
cut -d' ' -f5 /proc/self/mountinfo | diff "$tmp/before" - || fail 'the mount table differs'
