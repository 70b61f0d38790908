# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'ipc' without a path is a new namespace of the container's own.
. "$KIT"
namespace ipc
args readlink /proc/self/ns/ipc
must run
expect_match '^ipc:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/ipc)" ] || fail 'it is the namespace of the runtime'
