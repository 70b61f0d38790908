# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a descriptor that is missing in the range is passed by.
. "$KIT"
echo four >"$tmp/four"
exec 4<"$tmp/four"
inside 'cat <&4'
must run --preserve-fds 2
exec 4<&-
expect_output four
