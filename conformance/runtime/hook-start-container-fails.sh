# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 7: when a startContainer hook fails, the program never runs and the container
# is stopped.
. "$KIT"
hook startContainer 'exit 3'
inside 'echo program; exec sleep 1000'
must create
pid=$(state .pid)
rt start "$id"
wait_until gone "$pid"
out=$container_out
expect_no_match program
