# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX process, and Valid values: a soft limit above the hard one cannot be set.
. "$KIT"
config '.process.rlimits = [{type: "RLIMIT_CORE", soft: 2, hard: 1}]'
create
if [ "$status" = 0 ]; then rt start "$id"; fi
expect_error
