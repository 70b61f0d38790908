# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: a relative source of a bind mount starts from the bundle.
. "$KIT"
mkdir "$bundle/data"
echo text >"$bundle/data/file"
mount_entry '{destination: "/data", source: "data", options: ["bind"]}'
args cat /data/file
cd /
must run
expect_output text
