# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'mount' the container stays in the runtime's.
. "$KIT"
config '.mounts = []'
mkdir -p "$bundle/rootfs/own"
without_namespace mount
args sleep 1000
must create
expect_equal "$(readlink "/proc/$(state .pid)/ns/mnt")" "$(readlink /proc/self/ns/mnt)" namespace
