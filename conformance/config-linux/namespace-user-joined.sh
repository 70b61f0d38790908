# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: with a path the process is placed in the user namespace of that path.
. "$KIT"
holder user -U
echo 0 100000 65536 >"/proc/$holder/uid_map"
echo 0 100000 65536 >"/proc/$holder/gid_map"
chown -R 100000:100000 "$bundle/rootfs"
namespace user "/proc/$holder/ns/user"
args readlink /proc/self/ns/user
must run
expect_output "$(readlink "/proc/$holder/ns/user")"
