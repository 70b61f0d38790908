# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: an empty object keeps none, in any set.
. "$KIT"
config '.process.capabilities = {}'
args grep Cap /proc/self/status
must run
for set in Inh Prm Eff Bnd Amb; do expect_match "^Cap$set:\s0000000000000000$"; done
