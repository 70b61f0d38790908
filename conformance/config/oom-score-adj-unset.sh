# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: without oomScoreAdj the caller's value is not changed.
. "$KIT"
echo 123 >/proc/self/oom_score_adj
args cat /proc/self/oom_score_adj
must run
expect_output 123
