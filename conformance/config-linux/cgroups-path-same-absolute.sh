# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroups Path: the same absolute path is the same place every time.
. "$KIT"
args sleep 1000
must create
first=$(cat "/proc/$(state .pid)/cgroup")
must rt delete --force "$id"
must create
expect_equal "$(cat "/proc/$(state .pid)/cgroup")" "$first" 'the second place'
