# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": a wrong type names the JSON pointer.
# hull-only: the peers tell no pointer
. "$KIT"
config '.process.user.uid = "root"'
expect_refused_create '/process/user/uid'
config '.process.user.uid = 0 | .mounts[2].options = "ro"'
expect_refused_create '/mounts/2/options'
