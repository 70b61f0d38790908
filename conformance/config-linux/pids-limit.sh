# SPDX-License-Identifier: Apache-2.0
# config-linux.md, PIDs: limit is the cgroup's maximum number of tasks.
. "$KIT"
controller pids
config '.linux.resources.pids.limit = 42'
must create
expect_limit pids.max 42 pids.max 42
