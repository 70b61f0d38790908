# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: a listed character device is there.
. "$KIT"
config '.linux.devices = [{path: "/dev/own", type: "c", major: 42, minor: 7}]'
args stat -c '%F %t:%T' /dev/own
must run
expect_output 'character special file 2a:7'
