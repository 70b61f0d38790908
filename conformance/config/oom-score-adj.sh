# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: oomScoreAdj is what oom_score_adj becomes.
. "$KIT"
config '.process.oomScoreAdj = 321'
args cat /proc/self/oom_score_adj
must run
expect_output 321
