# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3, kill: SIGKILL ends what the init of a container without a pid namespace has left behind; then it
# is not running.
. "$KIT"
without_namespace pid
args sleep 1000
must create
must rt start "$id"
init=$(state .pid)
must rt exec --detach --pid-file "$DIR/other" "$id" sleep 1000
other=$(cat "$DIR/other")
kill -KILL "$init"
wait_until gone "$init"
kill -0 "$other" || fail 'the other process went with init'
must rt kill "$id" KILL
wait_until gone "$other"
rt kill "$id" KILL
expect_error 'not running'
