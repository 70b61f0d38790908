# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroups Path: an absolute path starts from where the hierarchy is mounted.
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
config '.linux.cgroupsPath = $path' --arg path "/$TOKEN/deep/er"
args sleep 1000
must create
cgroups=$(cat "/proc/$(state .pid)/cgroup")
echo "$cgroups"
found=0
for hierarchy in $(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts); do
  [ ! -d "$hierarchy/$TOKEN/deep/er" ] || found=$((found + 1))
done
[ $found -gt 0 ] || fail 'no hierarchy has such a cgroup'
grep -qE ":/$TOKEN/deep/er(/|$)" <<<"$cgroups" || fail "the process is not there: $cgroups"
# The folders above it may be somebody else's by now: the runtime can leave them, we do not.
must rt delete --force "$id"
remove_cgroups
