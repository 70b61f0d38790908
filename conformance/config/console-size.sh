# SPDX-License-Identifier: Apache-2.0
# config.md, Process: consoleSize is the size of the terminal in characters.
. "$KIT"
console_socket
config '.process.terminal = true | .process.consoleSize = {height: 40, width: 133}'
inside 'stty size; exec sleep 1000'
must create --console-socket "$socket"
must rt start "$id"
wait_until on_screen '^[0-9]+ [0-9]+$'
on_screen '^40 133$' || fail "the screen is '$(cat "$screen")'"
