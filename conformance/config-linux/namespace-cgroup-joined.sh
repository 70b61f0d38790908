# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the cgroup namespace of that path.
. "$KIT"
holder cgroup -C
namespace cgroup "/proc/$holder/ns/cgroup"
args readlink /proc/self/ns/cgroup
must run
expect_output "$(readlink "/proc/$holder/ns/cgroup")"
