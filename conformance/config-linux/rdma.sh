# SPDX-License-Identifier: Apache-2.0
# config-linux.md, RDMA: hcaHandles and hcaObjects of a device.
. "$KIT"
controller rdma
device=$(ls /sys/class/infiniband 2>/dev/null | head -n 1)
[ -n "$device" ] || skip 'an RDMA device'
config '.linux.resources.rdma = {($name): {hcaHandles: 3, hcaObjects: 100}}' --arg name "$device"
must create
expect_file_line rdma.max "$device hca_handle=3 hca_object=100"
