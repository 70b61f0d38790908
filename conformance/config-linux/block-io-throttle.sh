# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO: the four throttles of a device.
. "$KIT"
controller blkio io
disk
config '.linux.resources.blockIO = ({major: $n[0], minor: $n[1]} | {
  throttleReadBpsDevice: [. + {rate: 1048576}], throttleWriteBpsDevice: [. + {rate: 2097152}],
  throttleReadIOPSDevice: [. + {rate: 300}], throttleWriteIOPSDevice: [. + {rate: 400}]})' \
  --argjson n "[${disk/:/,}]"
must create
if [ "$version" = v1 ]; then
  expect_file blkio.throttle.read_bps_device "$disk 1048576"
  expect_file blkio.throttle.write_bps_device "$disk 2097152"
  expect_file blkio.throttle.read_iops_device "$disk 300"
  expect_file blkio.throttle.write_iops_device "$disk 400"
else
  expect_file io.max "$disk rbps=1048576 wbps=2097152 riops=300 wiops=400"
fi
