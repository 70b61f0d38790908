# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts, and runc: a tmpfs for which no mode is asked has that of the directory that it covers, and
# where none was there the kernel's, 1777.
. "$KIT"
mkdir -m 710 "$bundle/rootfs/there"
mount_entry '{destination: "/there", type: "tmpfs", source: "tmpfs"}'
mount_entry '{destination: "/new/below", type: "tmpfs", source: "tmpfs", options: ["nosuid"]}'
mount_entry '{destination: "/asked", type: "tmpfs", source: "tmpfs", options: ["mode=1500"]}'
inside 'stat -c %a /there /new/below /asked'
must run
expect_output '710
1777
1500'
