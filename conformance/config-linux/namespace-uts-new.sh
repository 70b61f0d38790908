# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'uts' without a path is a new namespace of the container's own.
. "$KIT"
namespace uts
args readlink /proc/self/ns/uts
must run
expect_match '^uts:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/uts)" ] || fail 'it is the namespace of the runtime'
