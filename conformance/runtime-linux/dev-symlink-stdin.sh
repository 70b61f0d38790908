# SPDX-License-Identifier: Apache-2.0
# runtime-linux.md, Dev symbolic links: /dev/stdin leads to /proc/self/fd/0.
. "$KIT"
args readlink /dev/stdin
must run
expect_output /proc/self/fd/0
