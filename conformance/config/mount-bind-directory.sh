# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: with 'bind' the source is a directory of the host.
. "$KIT"
mkdir "$tmp/data"
echo text >"$tmp/data/file"
mount_entry "{destination: \"/data\", type: \"none\", source: \"$tmp/data\", options: [\"bind\"]}"
inside 'cat /data/file; echo back >/data/answer'
must run
expect_output text
[ "$(cat "$tmp/data/answer")" = back ] || fail 'what the container wrote did not reach the source'
