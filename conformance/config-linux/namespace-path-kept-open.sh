# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: a path that is a bind mount, as managers make them, is joined too.
. "$KIT"
holder net -n
touch "$tmp/netns"
host_mount --bind "/proc/$holder/ns/net" "$tmp/netns"
namespace network "$tmp/netns"
args readlink /proc/self/ns/net
must run
expect_output "$(readlink "/proc/$holder/ns/net")"
