# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: each flag is taken, alone and together with others.
. "$KIT"
single_calls
for flags in '[]' '["SECCOMP_FILTER_FLAG_TSYNC"]' '["SECCOMP_FILTER_FLAG_LOG"]' '["SECCOMP_FILTER_FLAG_SPEC_ALLOW"]' \
  '["SECCOMP_FILTER_FLAG_LOG", "SECCOMP_FILTER_FLAG_SPEC_ALLOW", "SECCOMP_FILTER_FLAG_TSYNC"]'; do
  seccomp "{defaultAction: \"SCMP_ACT_ALLOW\", flags: $flags, syscalls: [{names: [\"kcmp\"], action: \"SCMP_ACT_ERRNO\"}]}"
  inside 'call kcmp'
  must run
  expect_output 'errno 1'
done
