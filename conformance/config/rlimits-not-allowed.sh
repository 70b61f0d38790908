# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX process: a limit that the caller may not raise is refused, by its name and with what it takes.
# hull-only: the texts are ours
. "$KIT"
under setpriv --bounding-set -sys_resource
hard=$(ulimit -Hn)
[ "$hard" != unlimited ] || skip 'a hard limit of open files, to be above of'
config '.process.rlimits = [{type: "RLIMIT_NOFILE", soft: $n, hard: $n}]' --argjson n "$((hard + 1))"
expect_refused_create '/process/rlimits/0 RLIMIT_NOFILE: prlimit.*operation not permitted.*CAP_SYS_RESOURCE'
