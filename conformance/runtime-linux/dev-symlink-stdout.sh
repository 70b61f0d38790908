# SPDX-License-Identifier: Apache-2.0
# runtime-linux.md, Dev symbolic links: /dev/stdout leads to /proc/self/fd/1.
. "$KIT"
args readlink /dev/stdout
must run
expect_output /proc/self/fd/1
