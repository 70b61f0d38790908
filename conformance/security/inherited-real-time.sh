# SPDX-License-Identifier: Apache-2.0
# issue 4: a container is not in real time because whoever called the runtime is; it may even be in a
# cgroup that has no budget for that.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
chrt --rr -p 1 $$ 2>/dev/null || skip 'real-time scheduling for this cgroup'
args process show policy
must run
expect_output 0
