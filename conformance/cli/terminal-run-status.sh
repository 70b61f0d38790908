# SPDX-License-Identifier: Apache-2.0
# peers.md 1.2: in the foreground, with a terminal, the status is the program's.
. "$KIT"
config '.process.terminal = true'
inside 'exit 9'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_status 9
