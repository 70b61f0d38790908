# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": a number that does not fit names the JSON pointer.
# hull-only: the peers tell no pointer
. "$KIT"
config '.process.user.uid = -1'
expect_refused_create '/process/user/uid'
config '.process.user.uid = 4294967296'
expect_refused_create '/process/user/uid'
