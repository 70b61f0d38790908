# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: a node that is there and matches is no error.
. "$KIT"
mkdir "$bundle/rootfs/own"
mknod "$bundle/rootfs/own/node" c 42 7
config '.linux.devices = [{path: "/own/node", type: "c", major: 42, minor: 7}]'
args stat -c '%F %t:%T' /own/node
must run
expect_output 'character special file 2a:7'
