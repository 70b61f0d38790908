# SPDX-License-Identifier: Apache-2.0
# managers.md 0: the console socket gets one descriptor, the master, and a name of 1 to 4095 bytes.
. "$KIT"
console_socket
config '.process.terminal = true'
inside 'echo on the screen; tty; exec sleep 1000'
must create --console-socket "$socket"
wait_until on_screen '^name .+ size '
must rt start "$id"
wait_until on_screen '^on the screen$'
wait_until on_screen '^/dev/pts/0$'
