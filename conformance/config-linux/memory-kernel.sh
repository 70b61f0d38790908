# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: kernel is a hard limit. Linux 5.16 refuses it, 6.6 and later take it and limit
# nothing: then it can only be refused.
. "$KIT"
controller memory
config '.linux.resources.memory.kernel = 67108864'
v1_only kernel
create
if [ "$status" = 0 ]; then
  expect_file memory.kmem.limit_in_bytes 67108864
else
  expect_error kernel
  expect_nothing_left
fi
