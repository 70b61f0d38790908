# SPDX-License-Identifier: Apache-2.0
# style.md, and managers.md 2.1: a message is one line on stderr.
. "$KIT"
mount_entry '{destination: "/data", source: "/no/such/source", options: ["bind"]}'
create
expect_error
expect_equal "$(wc -l <"$err")" 1 'number of lines'
