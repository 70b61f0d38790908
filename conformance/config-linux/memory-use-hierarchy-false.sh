# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: useHierarchy false is kept to, or refused where the kernel has no such thing.
. "$KIT"
controller memory
config '.linux.resources.memory.useHierarchy = false'
v1_only hierarchy
create
if [ "$status" = 0 ]; then
  expect_file memory.use_hierarchy 0
else
  expect_error hierarchy
  expect_nothing_left
fi
