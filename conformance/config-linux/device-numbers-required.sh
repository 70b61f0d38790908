# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: major and minor are required unless the type is 'p'.
. "$KIT"
config '.linux.devices = [{path: "/dev/own", type: "c"}]'
expect_refused_create devices
