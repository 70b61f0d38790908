# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: destination is required.
. "$KIT"
mount_entry '{type: "tmpfs", source: "tmpfs"}'
expect_refused_create
