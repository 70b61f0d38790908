# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX process: two entries of one type are an error.
. "$KIT"
config '.process.rlimits = [{type: "RLIMIT_CORE", soft: 0, hard: 100}, {type: "RLIMIT_CORE", soft: 0, hard: 50}]'
expect_refused_create RLIMIT_CORE
