# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: the terminal of a restored container comes through the console socket.
. "$KIT"
checkpoints
console_socket
config '.process.terminal = true'
inside 'while read -r line; do echo "heard $line"; done'
must run --detach --console-socket "$socket"
must checkpoint
first=$screen
socket=$DIR/console2
screen=$DIR/screen2
mkfifo "$tmp/keys"
"$WORK/receive_terminal" "$socket" <>"$tmp/keys" >"$screen" 2>&1 &
holders+=($!)
wait_until [ -S "$socket" ]
must restore --console-socket "$socket"
expect_state running
[ -e "$first" ] || fail 'there was no first terminal'
must rt exec "$id" sh -c 'echo still there >/dev/pts/0'
wait_until on_screen 'still there'
