# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: the score of an ordinary user's container is that of its later processes too.
. "$KIT"
as_user
config '.process.oomScoreAdj = 300'
args sleep 1000
must create
must rt start "$id"
must rt exec "$id" cat /proc/self/oom_score_adj
expect_output 300
