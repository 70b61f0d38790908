# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": an id that no mapping covers is named.
# hull-only: the peers tell no pointer
. "$KIT"
user_namespace
config '.process.user.uid = 70000'
expect_refused_create '/process/user/uid.*70000'
