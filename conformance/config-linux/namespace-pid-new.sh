# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'pid' without a path is a new namespace of the container's own.
. "$KIT"
namespace pid
args readlink /proc/self/ns/pid
must run
expect_match '^pid:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/pid)" ] || fail 'it is the namespace of the runtime'
