# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform Mounts: uidMappings come together with gidMappings.
. "$KIT"
mkdir "$tmp/data"
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"bind\", \"idmap\"],
  uidMappings: [{containerID: 0, hostID: 4000, size: 10}]}"
expect_refused_create
