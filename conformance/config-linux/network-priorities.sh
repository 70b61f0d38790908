# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network: priorities, by interfaces of the runtime's network namespace.
. "$KIT"
legacy_hierarchy net_prio
config '.linux.resources.network.priorities = [{name: "lo", priority: 7}]'
grep -q ' cgroup ' /proc/mounts || { expect_refused_create 'priorities|net_prio'; exit 0; }
controller net_prio
must create
expect_file_line net_prio.ifpriomap 'lo 7'
