# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --kernel-memory-tcp limits TCP buffers on v1; v2, which can't, says so.
# hull-only: the peers warn only
. "$KIT"
controller memory
must create
rt update --kernel-memory-tcp 1m "$id"
if [ "$version" = v2 ]; then
  expect_error 'update .*: --kernel-memory-tcp: cgroup v2 has no such setting'
else
  expect_success
  expect_limit memory.kmem.tcp.limit_in_bytes 1048576
fi
