# SPDX-License-Identifier: Apache-2.0
# issue 3: when the OOM killer ends init or a hook during create, the message names the cgroup and its limit.
# hull-only: the peers say 'unable to start container process' or guess
. "$KIT"
controller memory
config '.linux.resources.memory.limit = 4096'
expect_refused_create "killed by the OOM killer: cgroup '$cgroup' reached its memory limit of 4096 bytes"
config '.linux.resources.memory.limit = 8388608'
hook createContainer 'exec tail /dev/zero'
expect_refused_create "killed by the OOM killer: cgroup '$cgroup' reached its memory limit of 8388608 bytes"
