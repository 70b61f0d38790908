# SPDX-License-Identifier: Apache-2.0
# config-linux.md, User namespace mappings: containerID, hostID and size are the map of the namespace.
. "$KIT"
user_namespace
config '.linux.uidMappings = [{containerID: 0, hostID: 100000, size: 1000}, {containerID: 1000, hostID: 200000, size: 500}]
  | .linux.gidMappings = [{containerID: 0, hostID: 100000, size: 65000}]'
inside 'tr -s " " </proc/self/uid_map; tr -s " " </proc/self/gid_map'
must run
expect_output ' 0 100000 1000
 1000 200000 500
 0 100000 65000'
