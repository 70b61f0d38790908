# SPDX-License-Identifier: Apache-2.0
# issue 4: a container does not have the I/O priority of whoever called the runtime.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
args process show io
for class in 2 3; do
  ionice -c "$class" -p $$
  must run
  expect_output 0
done
