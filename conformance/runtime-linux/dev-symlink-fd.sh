# SPDX-License-Identifier: Apache-2.0
# runtime-linux.md, Dev symbolic links: /dev/fd leads to /proc/self/fd.
. "$KIT"
args readlink /dev/fd
must run
expect_output /proc/self/fd
