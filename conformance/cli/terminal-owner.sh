# SPDX-License-Identifier: Apache-2.0
# managers.md 0: the terminal belongs to the container's user, who can open it anew.
. "$KIT"
config '.process.terminal = true | .process.user = {uid: 1000, gid: 1000}'
inside 'stat -c %u $(tty); echo again >$(tty)'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
expect_line 1000
expect_line again
