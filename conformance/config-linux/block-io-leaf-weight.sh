# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO: leafWeight, which the scheduler CFQ (gone with Linux 5.0) had, is refused
# elsewhere.
. "$KIT"
controller blkio io
config '.linux.resources.blockIO.leafWeight = 300'
v1_only leaf_*weight
create
if has_file blkio.leaf_weight; then
  expect_success
  expect_file blkio.leaf_weight 300
else
  expect_error leaf_*weight
  expect_nothing_left
fi
