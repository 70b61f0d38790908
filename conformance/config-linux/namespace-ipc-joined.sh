# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the ipc namespace of that path.
. "$KIT"
holder ipc -i
namespace ipc "/proc/$holder/ns/ipc"
args readlink /proc/self/ns/ipc
must run
expect_output "$(readlink "/proc/$holder/ns/ipc")"
