# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroup ownership: without a writable cgroup mount the owner is not changed.
. "$KIT"
user_namespace
namespace cgroup
must create
for hierarchy in $(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts); do
  find "$hierarchy/$TOKEN" ! -uid 0 2>/dev/null | grep . && fail "$hierarchy has others' files"
done
expect_state created
