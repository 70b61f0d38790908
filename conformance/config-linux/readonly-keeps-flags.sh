# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Readonly Paths: what was nosuid, nodev or noexec there stays so.
. "$KIT"
mount_entry '{destination: "/data", type: "tmpfs", source: "tmpfs", options: ["nosuid", "nodev", "noexec"]}'
config '.linux.readonlyPaths = ["/data"]'
args cat /proc/self/mountinfo
must run
for option in ro nosuid nodev noexec; do expect_option /data $option; done
