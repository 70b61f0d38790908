# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'remount' changes the mount that is there.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs"}'
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["remount", "ro", "nosuid"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt ro
expect_option /mnt nosuid
expect_equal "$(grep -c ' /mnt ' "$out")" 1 'number of mounts'
