# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO: leafWeight of a device, the same.
. "$KIT"
controller blkio io
disk
config '.linux.resources.blockIO.weightDevice = [{major: $n[0], minor: $n[1], leafWeight: 300}]' \
  --argjson n "[${disk/:/,}]"
v1_only leaf_*weight
create
if has_file blkio.leaf_weight_device; then
  expect_success
  expect_file_line blkio.leaf_weight_device "$disk 300"
else
  expect_error leaf_*weight
  expect_nothing_left
fi
