# SPDX-License-Identifier: Apache-2.0
# config.md, Process: args are the program's argv, unchanged.
. "$KIT"
args /bin/sh -c 'echo $#; for a; do echo "<$a>"; done' sh 'a b' '' '*' '$HOME'
must run
expect_output '4
<a b>
<>
<*>
<$HOME>'
