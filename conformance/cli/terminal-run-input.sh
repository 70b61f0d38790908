# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: in the foreground, what is typed reaches the program.
. "$KIT"
config '.process.terminal = true'
inside 'echo ready; read line; echo "got <$line>"'
mkfifo "$DIR/keyboard"
(until grep -q ready "$DIR/out.1.raw" 2>/dev/null; do sleep 0.05; done; printf 'typed\r') >"$DIR/keyboard" &
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
expect_line 'got <typed>'
