# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: an unknown word reaches the filesystem, which refuses it: an error.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["nonsense"]}'
expect_refused_create
