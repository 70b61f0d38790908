# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts, and runtime.md, Create: a bind mount of what is not there is an error.
. "$KIT"
mount_entry "{destination: \"/mnt\", source: \"$tmp/nowhere\", options: [\"bind\"]}"
expect_refused_create 'no such file or directory'
