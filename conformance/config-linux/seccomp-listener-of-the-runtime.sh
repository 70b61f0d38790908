# SPDX-License-Identifier: Apache-2.0
# issue 4: a profile that notifies of the calls by which init would speak to its runtime does not hang.
. "$KIT"
single_calls
agent 33 getppid
for flags in '[]' '["SECCOMP_FILTER_FLAG_TSYNC"]' '["SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV"]'; do
  seccomp "{defaultAction: \"SCMP_ACT_ALLOW\", flags: $flags, listenerPath: \$path, syscalls: [
    {names: [\"getppid\", \"sendmsg\", \"sendto\", \"recvmsg\", \"write\", \"read\", \"close\", \"execve\", \"capset\", \"poll\"],
     action: \"SCMP_ACT_NOTIFY\"}]}" --arg path "$socket"
  inside 'call getppid'
  must run
  expect_output 'errno 33'
  rm "$socket"
  agent 33 getppid
done
