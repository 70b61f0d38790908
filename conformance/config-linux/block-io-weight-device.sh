# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO: weightDevice.
. "$KIT"
controller blkio io
disk bfq
config '.linux.resources.blockIO.weightDevice = [{major: $n[0], minor: $n[1], weight: 300}]' \
  --argjson n "[${disk/:/,}]"
[ "$version" = v2 ] || has_file blkio.weight_device || has_file blkio.bfq.weight_device ||
  skip 'a kernel with weights for block I/O (CFQ or BFQ)'
must create
own=$(own_cgroup)
for file in blkio.weight_device blkio.bfq.weight_device io.bfq.weight; do
  [ ! -e "$own/$file" ] || { expect_file_line $file "$disk 300"; exit 0; }
done
expect_file_line io.weight "$disk 2930"
