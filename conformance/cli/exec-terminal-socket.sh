# SPDX-License-Identifier: Apache-2.0
# managers.md 0: with --detach the terminal's master goes to the console socket; without one exec says so.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
rt exec --detach --tty "$id" true
expect_error console-socket
console_socket
must rt exec --detach --tty --console-socket "$socket" "$id" sh -c 'echo from within; tty'
wait_until on_screen 'from within'
