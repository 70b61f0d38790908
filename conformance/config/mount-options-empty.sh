# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: options may be absent, empty, or hold empty words, as managers write them.
. "$KIT"
mount_entry '{destination: "/a", type: "tmpfs", source: "tmpfs"}'
mount_entry '{destination: "/b", type: "tmpfs", source: "tmpfs", options: []}'
args cat /proc/self/mountinfo
must run
expect_match ' /a .* tmpfs '
expect_match ' /b .* tmpfs '
