# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'time' without a path is a new namespace of the container's own.
. "$KIT"
namespace time
args readlink /proc/self/ns/time
must run
expect_match '^time:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/time)" ] || fail 'it is the namespace of the runtime'
