# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: running once the program was executed.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
expect_state running
