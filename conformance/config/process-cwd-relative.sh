# SPDX-License-Identifier: Apache-2.0
# config.md, Process: cwd is absolute; another one is an error.
. "$KIT"
config '.process.cwd = "tmp"'
expect_refused_create cwd
