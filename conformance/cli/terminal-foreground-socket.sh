# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: run in the foreground takes no console socket: the caller's terminal is used.
. "$KIT"
console_socket
config '.process.terminal = true'
run --console-socket "$socket"
expect_error 'console.socket'
expect_nothing_left
