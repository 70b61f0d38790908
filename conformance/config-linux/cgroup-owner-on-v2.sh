# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroup ownership: on v2, with an own cgroup namespace and a writable cgroup mount, the
# directory and what /sys/kernel/cgroup/delegate lists go to the container's user, and nothing else.
. "$KIT"
[ "$(stat -f -c %T /sys/fs/cgroup)" = cgroup2fs ] || skip 'a v2 hierarchy alone at /sys/fs/cgroup'
user_namespace
namespace cgroup
config '.process.user = {uid: 0, gid: 0}'
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
must create
own=/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$(state .pid)/cgroup")
expect_equal "$(stat -c %u "$own")" 100000 'owner of the cgroup'
for file in "$own"/*; do
  owner=$(stat -c %u "$file")
  if grep -qx "${file##*/}" /sys/kernel/cgroup/delegate; then
    expect_equal "$owner" 100000 "owner of ${file##*/}"
  else
    expect_equal "$owner" 0 "owner of ${file##*/}"
  fi
done
