# SPDX-License-Identifier: Apache-2.0
# config.md, Poststart: called after the program was executed.
. "$KIT"
hook poststart "pid=\$(tr -d '\\n' | sed 's/.*\"pid\": *\\([0-9]*\\).*/\\1/')
  for i in 1 2 3 4 5 6 7 8 9 10; do
    tr '\\0' ' ' </proc/\$pid/cmdline >'$tmp/log'
    grep -q '^sleep 1000' '$tmp/log' && break
    sleep 0.2
  done"
args sleep 1000
must create
must rt start "$id"
grep -q '^sleep 1000' "$tmp/log" || fail "the process was '$(cat "$tmp/log")'"
