# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: created once create has ended, and until the program runs.
. "$KIT"
args sleep 1000
must create
expect_state created
