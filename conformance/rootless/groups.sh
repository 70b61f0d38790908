# SPDX-License-Identifier: Apache-2.0
# users.md 26, user_namespaces(7): who maps but their own group denies setgroups(2). Groups that are asked for are
# refused by name then, and those of the caller, which cannot be dropped, show as nobody's.
. "$KIT"
as_user
RUNTIME=$program
under setpriv --reuid "$user" --regid "$user" --groups 65501
inside 'id -G'
run
expect_success
expect_output '0 65534'
config '.process.user.additionalGids = [0]'
expect_refused_create 'additional'
