# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'bind' takes the one mount, without those below.
. "$KIT"
host_tree
touch "$tmp/tree/sub/file"
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\", options: [\"bind\"]}"
inside 'ls /mnt; ls /mnt/sub'
must run
expect_output sub
