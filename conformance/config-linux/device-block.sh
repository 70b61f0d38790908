# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: a listed block device is there.
. "$KIT"
config '.linux.devices = [{path: "/dev/own", type: "b", major: 42, minor: 300}]'
args stat -c '%F %t:%T' /dev/own
must run
expect_output 'block special file 2a:12c'
