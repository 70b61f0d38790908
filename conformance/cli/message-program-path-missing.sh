# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: a missing absolute path: no such file or directory, in create.
. "$KIT"
args /no/such/program
create
expect_error 'no such file or directory'
expect_nothing_left
