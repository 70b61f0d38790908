# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: a mount is a bind mount by its options; the type beside them is a dummy.
. "$KIT"
mkdir "$tmp/data"
echo text >"$tmp/data/file"
for type in none bind tmpfs; do
  config '.mounts |= map(select(.destination != "/data"))'
  mount_entry "{destination: \"/data\", type: \"$type\", source: \"$tmp/data\", options: [\"bind\"]}"
  args cat /data/file
  must run
  expect_output text
done
