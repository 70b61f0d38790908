# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroups Path: the same relative path is the same place every time.
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
config '.linux.cgroupsPath = $path' --arg path "$TOKEN-relative/x"
args sleep 1000
must create
first=$(cat "/proc/$(state .pid)/cgroup")
grep -q "$TOKEN-relative/x" <<<"$first" || fail "the path is not in '$first'"
must rt delete --force "$id"
must create
expect_equal "$(cat "/proc/$(state .pid)/cgroup")" "$first" 'the second place'
# The folders above it may be somebody else's by now: the runtime can leave them, we do not.
must rt delete --force "$id"
remove_cgroups
