# SPDX-License-Identifier: Apache-2.0
# hazards.md, contradictions: a cwd that is missing is made, as the peers do.
. "$KIT"
config '.process.cwd = "/not/there/yet"'
args pwd
must run
expect_output /not/there/yet
