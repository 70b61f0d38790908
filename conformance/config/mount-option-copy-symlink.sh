# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options (custom ones): 'copy-symlink': a link is made anew, not followed.
. "$KIT"
ln -s some/where "$tmp/link"
mount_entry "{destination: \"/link\", source: \"$tmp/link\", options: [\"bind\", \"copy-symlink\"]}"
args readlink /link
must run
expect_output some/where
