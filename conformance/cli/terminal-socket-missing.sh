# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a console socket where nobody listens is an error, and nothing is left.
. "$KIT"
config '.process.terminal = true'
create --console-socket "$tmp/nobody"
expect_error
expect_nothing_left
