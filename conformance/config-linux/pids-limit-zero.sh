# SPDX-License-Identifier: Apache-2.0
# config-linux.md, PIDs: 0 is a limit like others: the program runs, and no other beside it.
. "$KIT"
controller pids
config '.linux.resources.pids.limit = 0'
inside 'echo alone; true & echo forked'
run
expect_line alone
expect_no_match '^forked$'
