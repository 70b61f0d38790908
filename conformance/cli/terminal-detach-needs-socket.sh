# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: run --detach with a terminal needs a console socket.
. "$KIT"
config '.process.terminal = true'
run --detach
expect_error 'console.socket'
expect_nothing_left
