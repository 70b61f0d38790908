# SPDX-License-Identifier: Apache-2.0
# config-linux.md, PIDs: a program cannot make more tasks than that.
. "$KIT"
controller pids
config '.linux.resources.pids.limit = 10'
inside 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do sleep 1000 & done; echo all'
run
expect_no_match '^all$'
grep -qi "can't fork" "$err" || fail "no word of it: $(cat "$err")"
