# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: a source that is a link of the host is followed on the host.
. "$KIT"
mkdir "$tmp/data"
echo text >"$tmp/data/file"
ln -s data "$tmp/link"
mount_entry "{destination: \"/data\", source: \"$tmp/link\", options: [\"bind\"]}"
args cat /data/file
must run
expect_output text
