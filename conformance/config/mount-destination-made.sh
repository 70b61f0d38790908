# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts, with peers.md: a directory that is not there yet is made for the mount.
. "$KIT"
mount_entry '{destination: "/not/yet/there", type: "tmpfs", source: "tmpfs"}'
args cat /proc/self/mountinfo
must run
expect_match ' /not/yet/there .* tmpfs '
