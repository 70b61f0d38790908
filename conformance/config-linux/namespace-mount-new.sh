# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'mount' without a path is a new namespace of the container's own.
. "$KIT"
namespace mount
args readlink /proc/self/ns/mnt
must run
expect_match '^mnt:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/mnt)" ] || fail 'it is the namespace of the runtime'
