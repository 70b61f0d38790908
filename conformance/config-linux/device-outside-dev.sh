# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: the path may be anywhere in the container.
. "$KIT"
config '.linux.devices = [{path: "/some/where/own", type: "c", major: 42, minor: 7}]'
args stat -c '%F %t:%T' /some/where/own
must run
expect_output 'character special file 2a:7'
