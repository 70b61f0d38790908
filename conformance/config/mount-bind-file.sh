# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: with 'bind' the source may be a file.
. "$KIT"
echo text >"$tmp/file"
mount_entry "{destination: \"/etc/some/file\", source: \"$tmp/file\", options: [\"bind\"]}"
args cat /etc/some/file
must run
expect_output text
