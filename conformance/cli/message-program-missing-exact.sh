# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: exec: "NAME": executable file not found in $PATH.
. "$KIT"
args no-such-program
create
expect_error 'exec: "no-such-program": executable file not found in \$PATH'
args ''
create
expect_error 'exec: "": executable file not found in \$PATH'
