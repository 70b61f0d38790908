# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'idmap' is about the upper mount only.
. "$KIT"
host_tree
touch "$tmp/tree/file" "$tmp/tree/sub/file"
mount_entry "{destination: \"/data\", source: \"$tmp/tree\", options: [\"rbind\", \"idmap\"],
  uidMappings: [{containerID: 0, hostID: 4000, size: 10}],
  gidMappings: [{containerID: 0, hostID: 5000, size: 10}]}"
args stat -c %u:%g /data/file /data/sub/file
must run
expect_output '4000:5000
0:0'
