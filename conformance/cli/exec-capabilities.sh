# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3, CVE-2022-29162: --cap adds to three sets, and the inheritable and ambient ones stay empty; the
# others are the container's.
. "$KIT"
args /bin/sleep 1000
config '.process.capabilities = {bounding: ["CAP_KILL"], effective: ["CAP_KILL"], permitted: ["CAP_KILL"]}'
must create
must rt start "$id"
must rt exec "$id" grep Cap /proc/self/status
expect_line "$(printf 'CapEff:\t%016x' $((1 << 5)))"
expect_line "$(printf 'CapBnd:\t%016x' $((1 << 5)))"
must rt exec --cap CAP_CHOWN "$id" grep Cap /proc/self/status
for set in Prm Eff Bnd; do expect_line "$(printf "Cap$set:\t%016x" $((1 << 5 | 1)))"; done
for set in Inh Amb; do expect_line "$(printf "Cap$set:\t%016x" 0)"; done
must rt exec --no-new-privs "$id" grep NoNewPrivs /proc/self/status
expect_match 'NoNewPrivs:.1'
