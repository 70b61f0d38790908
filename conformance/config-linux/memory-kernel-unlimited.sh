# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: -1 is no limit of kernel memory and of its TCP buffers: what they have anyway.
. "$KIT"
controller memory
config '.linux.resources.memory = {kernel: -1, kernelTCP: -1}'
must create
[ "$version" = v2 ] || {
  expect_file memory.kmem.limit_in_bytes 9223372036854771712
  expect_file memory.kmem.tcp.limit_in_bytes 9223372036854771712
}
