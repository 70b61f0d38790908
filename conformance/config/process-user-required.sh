# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform User: uid is a number; another type is an error.
. "$KIT"
config '.process.user.uid = "root"'
expect_refused_create
