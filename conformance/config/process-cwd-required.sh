# SPDX-License-Identifier: Apache-2.0
# config.md, Process: cwd is required.
. "$KIT"
config 'del(.process.cwd)'
expect_refused_create
