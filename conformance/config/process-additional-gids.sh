# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform User: additionalGids are added to the process.
. "$KIT"
config '.process.user.additionalGids = [5, 6, 4711]'
inside 'sed -n "s/^Groups:\s*//p" /proc/self/status | tr " " "\n" | grep . | sort -n'
must run
for gid in 5 6 4711; do expect_line $gid; done
