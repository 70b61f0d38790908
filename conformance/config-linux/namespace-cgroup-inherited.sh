# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'cgroup' the container stays in the runtime's.
. "$KIT"
without_namespace cgroup
args readlink /proc/self/ns/cgroup
must run
expect_output "$(readlink /proc/self/ns/cgroup)"
