# SPDX-License-Identifier: Apache-2.0
# config.md, Valid values: an invalid value is an error: the type of a device.
. "$KIT"
config '.linux.devices = [{path: "/dev/x", type: "x", major: 1, minor: 3}]'
expect_refused_create
