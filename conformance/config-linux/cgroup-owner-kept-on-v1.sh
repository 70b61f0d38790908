# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroup ownership: on v1 the owner is not changed, whatever is mounted.
. "$KIT"
grep -q ' cgroup ' /proc/mounts || skip 'a cgroup v1 hierarchy'
user_namespace
namespace cgroup
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
must create
own=$(own_cgroups)
[ -n "$own" ] || fail "it is in no cgroup: $(cat "/proc/$(state .pid)/cgroup")"
for cgroup in $own; do
  [ "$(stat -f -c %T "$cgroup")" = cgroup2fs ] || ! find "$cgroup" ! -uid 0 | grep . || fail "$cgroup has others' files"
done
expect_state created
