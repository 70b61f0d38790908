# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'rbind' takes the mounts below along.
. "$KIT"
host_tree
touch "$tmp/tree/sub/file"
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"rbind\"]}"
inside 'ls /mnt; ls /mnt/sub'
must run
expect_output 'sub
file'
