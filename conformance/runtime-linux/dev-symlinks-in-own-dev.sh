# SPDX-License-Identifier: Apache-2.0
# runtime-linux.md, Dev symbolic links: they work: what is written to /dev/stdout arrives.
. "$KIT"
inside 'echo to-stdout >>/dev/stdout; echo to-fd >>/dev/fd/1; echo to-stderr >>/dev/stderr'
must run
expect_line to-stdout
expect_line to-fd
grep -qx to-stderr "$err" || fail 'nothing arrived on stderr'
