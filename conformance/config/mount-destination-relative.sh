# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: a relative destination is taken from "/".
. "$KIT"
config '.process.cwd = "/tmp"'
mount_entry '{destination: "mnt/here", type: "tmpfs", source: "tmpfs"}'
args cat /proc/self/mountinfo
must run
expect_match ' /mnt/here .* tmpfs '
