# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroup ownership: without a writable cgroup mount the owner is not changed.
. "$KIT"
user_namespace
namespace cgroup
must create
own=$(own_cgroups)
[ -n "$own" ] || fail "it is in no cgroup: $(cat "/proc/$(state .pid)/cgroup")"
for cgroup in $own; do
  ! find "$cgroup" ! -uid 0 | grep . || fail "$cgroup has others' files"
done
expect_state created
