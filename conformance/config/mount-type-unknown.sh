# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform Mounts, and Valid values: a type that the kernel does not have is an error.
. "$KIT"
mount_entry '{destination: "/mnt", type: "nonsense", source: "x"}'
expect_refused_create
