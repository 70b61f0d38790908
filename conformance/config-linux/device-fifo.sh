# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: type 'p' is a fifo and needs no numbers.
. "$KIT"
config '.linux.devices = [{path: "/dev/own", type: "p"}]'
args stat -c '%F' /dev/own
must run
expect_output fifo
