# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: run --detach returns while the program runs.
. "$KIT"
args sleep 1000
must run --detach
expect_state running
