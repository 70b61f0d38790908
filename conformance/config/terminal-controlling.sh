# SPDX-License-Identifier: Apache-2.0
# config.md, Process: the pseudo-terminal is the controlling terminal of the program's session.
. "$KIT"
config '.process.terminal = true'
inside 'echo to-the-tty >/dev/tty; ps -o pid,tty,comm'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
expect_line to-the-tty
