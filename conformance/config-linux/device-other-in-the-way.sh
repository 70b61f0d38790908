# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: another device at the path is an error.
. "$KIT"
mkdir "$bundle/rootfs/own"
mknod "$bundle/rootfs/own/node" c 42 8
config '.linux.devices = [{path: "/own/node", type: "c", major: 42, minor: 7}]'
expect_refused_create
