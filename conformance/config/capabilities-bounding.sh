# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: bounding is what is kept of the bounding set.
. "$KIT"
config '.process.capabilities = {bounding: ["CAP_CHOWN", "CAP_KILL"]}'
args grep CapBnd /proc/self/status
must run
expect_match '^CapBnd:\s0000000000000021$'
