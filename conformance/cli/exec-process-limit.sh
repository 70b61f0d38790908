# SPDX-License-Identifier: Apache-2.0
# config.md, "POSIX process", rlimits: RLIMIT_NPROC is the process's of an exec, also for another user, whose processes
# a runtime does not add to.
. "$KIT"
config '.process.rlimits += [{type: "RLIMIT_NPROC", soft: 3, hard: 4}]'
args /bin/sleep 1000
for kind in plain user-namespace; do
  [ "$kind" = plain ] || user_namespace
  must create
  must rt start "$id"
  must rt exec --user 1234 "$id" grep 'Max processes' /proc/self/limits
  expect_match '^Max processes +3 +4 '
  # Three of that user are let in. That a fourth is not, the kernel sees to in a user namespace.
  for number in 1 2 3; do must rt exec --detach --user 4321 "$id" sleep 1000; done
  [ "$kind" = plain ] || {
    rt exec --user 4321 "$id" true
    expect_error 'resource temporarily unavailable'
  }
  must rt delete --force "$id"
done
