# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'cgroup' without a path is a new namespace of the container's own.
. "$KIT"
namespace cgroup
args readlink /proc/self/ns/cgroup
must run
expect_match '^cgroup:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/cgroup)" ] || fail 'it is the namespace of the runtime'
