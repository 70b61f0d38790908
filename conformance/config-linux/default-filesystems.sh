# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Filesystems: /proc, /sys, /dev/pts and /dev/shm have the types they should.
. "$KIT"
args cat /proc/self/mountinfo
must run
expect_match ' /proc .* - proc '
expect_match ' /sys .* - sysfs '
expect_match ' /dev/pts .* - devpts '
expect_match ' /dev/shm .* - tmpfs '
