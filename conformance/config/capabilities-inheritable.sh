# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: inheritable is what is kept of the inheritable set.
. "$KIT"
config '.process.capabilities = (["CAP_KILL", "CAP_CHOWN"] | {bounding: ., effective: ., permitted: .})'
config '.process.capabilities.inheritable = ["CAP_KILL"]'
args grep CapInh /proc/self/status
must run
expect_match '^CapInh:\s0000000000000020$'
