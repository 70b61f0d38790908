# SPDX-License-Identifier: Apache-2.0
# peers.md 3.2: NOTIFY_SOCKET: run --detach returns when the container says READY=1, which is passed on, with init's pid as MAINPID.
. "$KIT"
service_manager "$tmp/manager"
mkfifo "$bundle/rootfs/go"
inside 'read -r line </go; notify send "STATUS=nearly\nMAINPID=1" WATCHDOG=1; notify send READY=1
  echo "$NOTIFY_SOCKET"; sleep 100000'
run --detach &
runner=$!
wait_state running
[ ! -s "$told" ] || expect_equal "$(cat "$told")" listening 'what was told before'
kill -0 "$runner" || fail 'run --detach did not wait'
echo go >"$bundle/rootfs/go"
wait "$runner"
expect_equal "$(times READY=1)" 1 'READY=1'
expect_equal "$(times "MAINPID=$(state .pid)")" 1 'MAINPID of init'
expect_equal "$(times MAINPID=1)" 0 'MAINPID from inside'
expect_equal "$(times BARRIER=1)" 1 'BARRIER=1'
expect_state running
