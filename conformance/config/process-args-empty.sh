# SPDX-License-Identifier: Apache-2.0
# config.md, Process: args has at least one entry.
. "$KIT"
config '.process.args = []'
create
if [ "$status" = 0 ]; then rt start "$id"; fi
expect_error
