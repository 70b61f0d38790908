# SPDX-License-Identifier: Apache-2.0
# users.md 26: an ordinary user's container has a terminal.
. "$KIT"
as_user
config '.process.terminal = true'
inside 'tty; test -t 0 && echo is one'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
expect_line '/dev/pts/0'
expect_line 'is one'
