# SPDX-License-Identifier: Apache-2.0
# users.md 23: what has nothing to do with memory is not laid to it: a SIGKILL, a failing create, a limit reached before.
# hull-only: crun guesses
. "$KIT"
controller memory
config '.linux.resources.memory.limit = 33554432'
inside 'kill -KILL $$; kill -KILL 1; exit 7'
without_namespace pid
run
expect_status 137
! grep -qi oom "$err" || fail "it says '$(cat "$err")'"
args /no/such/program
run
expect_error
! grep -qi oom "$err" || fail "it says '$(cat "$err")'"
# A child was killed for memory, init ended by itself.
inside 'tail /dev/zero; exit 7'
run
expect_status 7
! grep -qi oom "$err" || fail "it says '$(cat "$err")'"
