# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO: weight, in the terms of v1: 10 to 1000.
. "$KIT"
controller blkio io
[ "$version" = v2 ] || has_file blkio.weight || has_file blkio.bfq.weight ||
  skip 'a kernel with weights for block I/O (CFQ or BFQ)'
config '.linux.resources.blockIO.weight = 500'
create
[ "$status" = 0 ] || [ "$version" = v1 ] || ! grep -q 'this kernel has no' "$err" ||
  skip 'a kernel with weights for block I/O (BFQ or iocost)'
expect_success
own=$(own_cgroup)
for file in blkio.weight blkio.bfq.weight; do
  [ ! -e "$own/$file" ] || { expect_file $file 500; exit 0; }
done
if [ -e "$own/io.bfq.weight" ]; then
  expect_file_line io.bfq.weight 'default 500'
else
  expect_file_line io.weight 'default 4950'
fi
