# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: useHierarchy: child cgroups share the limit. Always so on v2, and on v1 since
# Linux 5.11.
. "$KIT"
controller memory
config '.linux.resources.memory.useHierarchy = true'
must create
[ "$version" = v2 ] || expect_file memory.use_hierarchy 1
