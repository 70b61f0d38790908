# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX process: soft and hard are what getrlimit gives inside.
. "$KIT"
config '.process.rlimits = [{type: "RLIMIT_NOFILE", soft: 128, hard: 256},
  {type: "RLIMIT_CORE", soft: 0, hard: 4096}]'
inside 'ulimit -Sn; ulimit -Hn; grep "core file size" /proc/self/limits'
must run
expect_match '^128$'
expect_match '^256$'
expect_match 'core file size *0 *4096'
