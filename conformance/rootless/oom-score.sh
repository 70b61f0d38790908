# SPDX-License-Identifier: Apache-2.0
# peers.md 2.1: a score that an ordinary user may not go down to stays as it is; a higher one is set.
. "$KIT"
as_user
inside 'cat /proc/self/oom_score_adj'
config '.process.oomScoreAdj = -500'
run
expect_success
expect_output 0
config '.process.oomScoreAdj = 300'
run
expect_success
expect_output 300
