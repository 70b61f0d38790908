# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: a file at the path that is not the requested device is an error.
. "$KIT"
mkdir "$bundle/rootfs/own"
echo text >"$bundle/rootfs/own/node"
config '.linux.devices = [{path: "/own/node", type: "c", major: 42, minor: 7}]'
expect_refused_create
[ -f "$bundle/rootfs/own/node" ] || fail 'the file was replaced'
