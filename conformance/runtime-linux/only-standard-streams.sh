# SPDX-License-Identifier: Apache-2.0
# runtime-linux.md, File descriptors: only stdin, stdout and stderr stay open for the program.
. "$KIT"
exec 5</etc/passwd 9>"$tmp/nine" 37</etc/passwd
inside 'for fd in /proc/$$/fd/*; do echo "${fd##*/}"; done'
must run
exec 5<&- 9>&- 37<&-
for fd in 5 9 37; do ! grep -qx $fd "$out" || fail "descriptor $fd is open"; done
for fd in 0 1 2; do expect_line $fd; done
