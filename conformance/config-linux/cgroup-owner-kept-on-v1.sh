# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroup ownership: on v1 the owner is not changed, whatever is mounted.
. "$KIT"
grep -q ' cgroup ' /proc/mounts || skip 'a cgroup v1 hierarchy'
user_namespace
namespace cgroup
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
must create
for hierarchy in $(awk '$3 == "cgroup" { print $2 }' /proc/mounts); do
  find "$hierarchy/$TOKEN" ! -uid 0 2>/dev/null | grep . && fail "$hierarchy has others' files"
done
expect_state created
