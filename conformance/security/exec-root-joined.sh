# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: exec stands in the container's root where its mount namespace is joined too.
. "$KIT"
holder mnt -m
namespace mount "/proc/$holder/ns/mnt"
config '.root.readonly = false | del(.linux.rootfsPropagation)'
echo here >"$bundle/rootfs/marker"
args /bin/sleep 1000
must create
must rt start "$id"
must rt exec "$id" cat /marker
expect_output here
