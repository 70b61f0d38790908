# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: path is required.
. "$KIT"
config '.linux.devices = [{type: "c", major: 42, minor: 7}]'
expect_refused_create
