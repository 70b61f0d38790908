# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO: a rate of 0 lifts the limit of a device, as it does on v1.
. "$KIT"
controller blkio io
disk
config '.linux.resources.blockIO = ({major: $n[0], minor: $n[1]} | {
  throttleReadBpsDevice: [. + {rate: 1048576}, . + {rate: 0}], throttleWriteIOPSDevice: [. + {rate: 400}]})' \
  --argjson n "[${disk/:/,}]"
must create
if [ "$version" = v1 ]; then
  expect_file blkio.throttle.read_bps_device ''
  expect_file blkio.throttle.write_iops_device "$disk 400"
else
  expect_file io.max "$disk rbps=max wbps=max riops=max wiops=400"
fi
