# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: create with a terminal needs a console socket.
. "$KIT"
config '.process.terminal = true'
expect_refused_create 'console.socket'
