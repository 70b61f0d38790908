# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX process: every limit of getrlimit(2) is a type.
. "$KIT"
config '.process.rlimits = ([["CPU", 100000], ["FSIZE", 100001000], ["DATA", 1000002000],
  ["STACK", 8388608], ["CORE", 0], ["RSS", 1000003000], ["NPROC", 1004], ["NOFILE", 105],
  ["MEMLOCK", 65536], ["AS", 4000006000], ["LOCKS", 1007], ["SIGPENDING", 1008],
  ["MSGQUEUE", 8009], ["NICE", 0], ["RTPRIO", 0], ["RTTIME", 1010]]
  | map({type: ("RLIMIT_" + .[0]), soft: .[1], hard: .[1]}))'
args cat /proc/self/limits
must run
for value in 100000 100001000 1000002000 8388608 1000003000 1004 105 65536 4000006000 1007 1008 8009 1010; do
  expect_match " $value +$value "
done
