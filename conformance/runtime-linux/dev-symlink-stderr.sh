# SPDX-License-Identifier: Apache-2.0
# runtime-linux.md, Dev symbolic links: /dev/stderr leads to /proc/self/fd/2.
. "$KIT"
args readlink /dev/stderr
must run
expect_output /proc/self/fd/2
