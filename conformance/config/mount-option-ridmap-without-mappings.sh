# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'ridmap' without mappings and without a user namespace is an error.
. "$KIT"
mkdir "$tmp/data"
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"rbind\", \"ridmap\"]}"
expect_refused_create
