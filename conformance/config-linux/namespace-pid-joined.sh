# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the pid namespace of that path.
. "$KIT"
holder pid_for_children -p --fork --kill-child
namespace pid "/proc/$holder/ns/pid_for_children"
args readlink /proc/self/ns/pid
must run
expect_output "$(readlink "/proc/$holder/ns/pid_for_children")"
