# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network: classID.
. "$KIT"
legacy_hierarchy net_cls
config '.linux.resources.network.classID = 1048577'
grep -q ' cgroup ' /proc/mounts || { expect_refused_create 'class_*id|net_cls'; exit 0; }
controller net_cls
must create
expect_file net_cls.classid 1048577
