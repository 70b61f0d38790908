# SPDX-License-Identifier: Apache-2.0
# config-linux.md, PIDs: -1 is no limit.
. "$KIT"
controller pids
config '.linux.resources.pids.limit = -1'
must create
expect_limit pids.max max pids.max max
