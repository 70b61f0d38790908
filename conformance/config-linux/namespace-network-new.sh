# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'network' without a path is a new namespace of the container's own.
. "$KIT"
namespace network
args readlink /proc/self/ns/net
must run
expect_match '^net:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/net)" ] || fail 'it is the namespace of the runtime'
