# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroups Path: without a value the container still has a cgroup of its own.
. "$KIT"
config 'del(.linux.cgroupsPath)'
args sleep 1000
must create
grep -q "$id" "/proc/$(state .pid)/cgroup" || fail "it is in '$(cat "/proc/$(state .pid)/cgroup")'"
must rt delete --force "$id"
expect_nothing_left
