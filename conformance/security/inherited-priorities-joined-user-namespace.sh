# SPDX-License-Identifier: Apache-2.0
# issue 4: nor has a container that joins a user namespace, before which a process stands in between.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
holder user -U
echo 0 100000 65536 >"/proc/$holder/uid_map"
echo 0 100000 65536 >"/proc/$holder/gid_map"
chown -R 100000:100000 "$bundle/rootfs"
namespace user "/proc/$holder/ns/user"
chrt --idle -p 0 $$
renice -n 7 -p $$ >/dev/null
ionice -c 3 -p $$
args process show policy nice io
must run
expect_output '0 0 0'
