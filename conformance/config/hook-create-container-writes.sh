# SPDX-License-Identifier: Apache-2.0
# config.md, CreateContainer: what a hook writes on a mount below the root filesystem is there too.
. "$KIT"
mount_entry '{destination: "/data", type: "tmpfs", source: "tmpfs"}'
hook createContainer "echo written >'$bundle/rootfs/data/file'"
args cat /data/file
must run
expect_output written
