# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX process: a type that the kernel does not have is an error.
. "$KIT"
config '.process.rlimits = [{type: "RLIMIT_NONSENSE", soft: 1, hard: 1}]'
expect_refused_create RLIMIT_NONSENSE
