# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": a missing root filesystem names /root/path and what was not found.
# hull-only: the peers tell no pointer
. "$KIT"
config '.root.path = "nowhere"'
expect_refused_create '/root/path.*nowhere.*no such file or directory'
