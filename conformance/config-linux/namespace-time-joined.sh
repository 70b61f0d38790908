# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the time namespace of that path.
. "$KIT"
holder time_for_children -T --boottime 100000
namespace time "/proc/$holder/ns/time_for_children"
args readlink /proc/self/ns/time
must run
expect_output "$(readlink "/proc/$holder/ns/time_for_children")"
