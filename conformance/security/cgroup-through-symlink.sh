# SPDX-License-Identifier: Apache-2.0
# issue 4 (CVE-2021-30465): a cgroup mount is reached through no symlink of the image.
. "$KIT"
any_hierarchy
mkdir "$bundle/rootfs/elsewhere"
ln -s elsewhere "$bundle/rootfs/groups"
mount_entry '{destination: "/groups/own", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev", "ro"]}'
expect_refused_create '/groups/own'
[ -z "$(ls -A "$bundle/rootfs/elsewhere")" ] || fail 'a directory was made behind the symlink'
