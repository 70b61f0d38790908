# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the network namespace of that path.
. "$KIT"
holder net -n
namespace network "/proc/$holder/ns/net"
args readlink /proc/self/ns/net
must run
expect_output "$(readlink "/proc/$holder/ns/net")"
