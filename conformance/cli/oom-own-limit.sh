# SPDX-License-Identifier: Apache-2.0
# issue 3: of a container that the OOM killer ended, run says that its own cgroup reached its limit, and which.
# hull-only: the peers say nothing
. "$KIT"
controller memory
config '.linux.resources.memory.limit = 8388608'
args /bin/tail /dev/zero
run
expect_status 137
file=memory.limit_in_bytes
[ "$version" = v1 ] || file=memory.max
expect_said() { grep -qF -e "$1" "$err" || fail "it says '$(tail -n 1 "$err")', not '$1'"; }
expect_said "killed by the OOM killer: cgroup '$cgroup' reached its memory limit of 8388608 bytes ($file)"
# With the limit for both, swap included, that one is reached first on v1.
config '.linux.resources.memory.swap = 8388608'
run
expect_status 137
expect_said "killed by the OOM killer: cgroup '$cgroup' reached its memory limit of 8388608 bytes (memory."
expect_nothing_left
