# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'idmap' with mappings: ids of the source appear as mapped.
. "$KIT"
mkdir "$tmp/data"
touch "$tmp/data/file"
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"bind\", \"idmap\"],
  uidMappings: [{containerID: 0, hostID: 4000, size: 10}],
  gidMappings: [{containerID: 0, hostID: 5000, size: 10}]}"
args stat -c %u:%g /data/file
must run
expect_output 4000:5000
expect_equal "$(stat -c %u:%g "$tmp/data/file")" 0:0 'owner on the host'
