# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6 and 0: a bare name that PATH does not have fails in create, not in start.
. "$KIT"
args no-such-program
create
expect_error 'executable file.* not found in \$PATH'
expect_nothing_left
