# SPDX-License-Identifier: Apache-2.0
# issue 4: of two rules whose args hold the stricter decides, in whatever order they stand.
# hull-only: libseccomp leaves it open
. "$KIT"
single_calls
for order in '.' 'reverse'; do
  seccomp "{defaultAction: \"SCMP_ACT_ALLOW\", syscalls: ([
    {names: [\"getppid\"], action: \"SCMP_ACT_LOG\", args: [{index: 0, value: 5, op: \"SCMP_CMP_LE\"}]},
    {names: [\"getppid\"], action: \"SCMP_ACT_ERRNO\", args: [{index: 1, value: 7, op: \"SCMP_CMP_EQ\"}]}] | $order)}"
  inside 'call getppid 1 7; call getppid 1 8'
  must run
  expect_output "errno 1
0"
done
