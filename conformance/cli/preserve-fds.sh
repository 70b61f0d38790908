# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --preserve-fds N passes the descriptors 3 to N+2.
. "$KIT"
echo three >"$tmp/three"
echo four >"$tmp/four"
exec 3<"$tmp/three" 4<"$tmp/four" 5<"$tmp/four"
inside 'cat <&3; cat <&4; [ -e /proc/self/fd/5 ] && echo five; echo end'
must run --preserve-fds 2
exec 3<&- 4<&- 5<&-
expect_output 'three
four
end'
