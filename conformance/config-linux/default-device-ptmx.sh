# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: /dev/ptmx is the container's own /dev/pts/ptmx.
. "$KIT"
inside 'readlink /dev/ptmx || grep -c " /dev/ptmx " /proc/self/mountinfo; stat -L -c "%F %t:%T" /dev/ptmx'
must run
expect_match '^(/dev/)?pts/ptmx$|^1$'
expect_line 'character special file 5:2'
