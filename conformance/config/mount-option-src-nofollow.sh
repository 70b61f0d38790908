# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options (custom ones): 'src-nofollow': a source that is a link is not followed.
# hull-only: runc does not have the word, and crun 1.8.1 not yet
. "$KIT"
echo secret >"$tmp/secret"
ln -s "$tmp/secret" "$tmp/link"
touch "$bundle/rootfs/data"
mount_entry "{destination: \"/data\", source: \"$tmp/link\", options: [\"bind\", \"src-nofollow\"]}"
args cat /data
run
expect_no_match secret
[ "$status" != 0 ] || fail 'something was there to read'
