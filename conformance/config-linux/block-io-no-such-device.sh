# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO, and runtime.md, Create: a device that does not exist cannot be throttled.
. "$KIT"
controller blkio io
config '.linux.resources.blockIO.throttleReadBpsDevice = [{major: 4095, minor: 77, rate: 1}]'
expect_refused_create
