# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a console socket without a terminal is an error.
. "$KIT"
console_socket
create --console-socket "$socket"
expect_error 'console.socket'
expect_nothing_left
