# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: effective and permitted are what the process holds.
. "$KIT"
config '.process.capabilities = (["CAP_KILL"] | {bounding: ., effective: ., permitted: .})'
args grep Cap /proc/self/status
must run
expect_match '^CapEff:\s0000000000000020$'
expect_match '^CapPrm:\s0000000000000020$'
