# SPDX-License-Identifier: Apache-2.0
# issue 4: a container does not run under the scheduling policy of whoever called the runtime.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
args process show policy
for policy in --batch --idle; do
  chrt "$policy" -p 0 $$
  must run
  expect_output 0
done
