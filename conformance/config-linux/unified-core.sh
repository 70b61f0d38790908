# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: the core files of every cgroup.
. "$KIT"
grep -q ' cgroup2 ' /proc/mounts || skip 'a v2 hierarchy'
controller='' version=v2 hierarchy=$(awk '$3 == "cgroup2" { print $2 }' /proc/mounts | head -n 1)
config '.linux.resources.unified = {"cgroup.max.depth": "3", "cgroup.max.descendants": "12"}'
must create
expect_file cgroup.max.depth 3
expect_file cgroup.max.descendants 12
