# SPDX-License-Identifier: Apache-2.0
# config.md, Process: terminal defaults to false: the streams are the caller's.
. "$KIT"
config 'del(.process.terminal)'
inside 'tty; for fd in 0 1 2; do test -t $fd && echo "$fd is a terminal"; done; echo end'
must run
expect_no_match 'is a terminal'
expect_line 'not a tty'
