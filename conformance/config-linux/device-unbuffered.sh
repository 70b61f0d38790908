# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: type 'u' is an unbuffered character device.
. "$KIT"
config '.linux.devices = [{path: "/dev/own", type: "u", major: 42, minor: 7}]'
args stat -c '%F %t:%T' /dev/own
must run
expect_output 'character special file 2a:7'
