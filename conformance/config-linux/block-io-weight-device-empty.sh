# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Block IO: weight or leafWeight in every entry of weightDevice.
. "$KIT"
config '.linux.resources.blockIO.weightDevice = [{major: 8, minor: 0}]'
expect_refused_create weight
