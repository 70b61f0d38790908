# SPDX-License-Identifier: Apache-2.0
# managers.md 0: with a terminal nobody holds the caller's streams once create has returned.
. "$KIT"
console_socket
config '.process.terminal = true'
args sleep 1000
"$RUNTIME" --root "$root" create --bundle "$bundle" --console-socket "$socket" "$id" 2>&1 </dev/null | cat >"$DIR/pipe"
expect_state created
