# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'idmap' without mappings takes those of the container's user
# namespace (or is an error, where a runtime does not do that).
. "$KIT"
user_namespace
mkdir "$tmp/data"
touch "$tmp/data/file"
chmod 755 "$DIR" "$tmp" "$WORK"
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"bind\", \"idmap\"]}"
args stat -c %u:%g /data/file
run
if [ "$status" = 0 ]; then expect_output 0:0; else expect_error; fi
