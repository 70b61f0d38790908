# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options (custom ones): 'dest-nofollow': a destination that is a link is
# mounted upon or refused, but its target is not touched.
# hull-only: runc does not have the word, and crun 1.8.1 not yet
. "$KIT"
echo new >"$tmp/new"
echo old >"$bundle/rootfs/target"
ln -s target "$bundle/rootfs/link"
mount_entry "{destination: \"/link\", source: \"$tmp/new\", options: [\"bind\", \"dest-nofollow\"]}"
args cat /target
run
if [ "$status" = 0 ]; then expect_output old; else expect_error; fi
