# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: the core files of every cgroup.
. "$KIT"
any_hierarchy
[ "$version" = v2 ] || skip 'a v2 hierarchy'
config '.linux.resources.unified = {"cgroup.max.depth": "3", "cgroup.max.descendants": "12"}'
must create
expect_file cgroup.max.depth 3
expect_file cgroup.max.descendants 12
