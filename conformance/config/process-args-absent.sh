# SPDX-License-Identifier: Apache-2.0
# config.md, Process: args is needed on Linux.
. "$KIT"
config 'del(.process.args)'
create
if [ "$status" = 0 ]; then rt start "$id"; fi
expect_error
