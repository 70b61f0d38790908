# SPDX-License-Identifier: Apache-2.0
# issue 5, wait: the exit status of a container whose parent is somebody else, who reaps it.
# hull-only: no peer has the command
. "$KIT"
# begin_to_wait: a `wait` in the background, whose output is in $DIR/waited; it holds the container's init.
begin_to_wait() {
  "$RUNTIME" --root "$root" wait "$id" >"$DIR/waited" 2>&1 &
  waiter=$!
  wait_until holds_a_process "$waiter"
}
needs_new_kernel() {
  ! grep -q 'Linux 6.15' "$DIR/waited" || skip 'a kernel that keeps the exit status of what was reaped (6.15)'
}
holds_a_process() { ls -l "/proc/$1/fd" 2>/dev/null | grep -q pidfd; }
# ends_with STATUS COMMAND: how a detached container that runs COMMAND ends, waited for from before.
ends_with() {
  inside "while ! test -e /go; do sleep 0.05; done; $2"
  config '.root.readonly = false'
  rm -f "$bundle/rootfs/go"
  must run --detach
  begin_to_wait
  # It waits, and neither a lock nor its own end keeps others from the container.
  expect_equal "$(state .status)" running 'the status meanwhile'
  [ ! -s "$DIR/waited" ] || fail "it did not wait: $(cat "$DIR/waited")"
  touch "$bundle/rootfs/go"
  wait $waiter || needs_new_kernel
  expect_equal "$(cat "$DIR/waited")" "$1" 'what wait prints'
  must rt delete "$id"
}
ends_with 0 'exit 0'
ends_with 42 'exit 42'
args /bin/sleep 1000
must run --detach
begin_to_wait
must rt kill "$id" KILL
wait $waiter || needs_new_kernel
expect_equal "$(cat "$DIR/waited")" 137 'what wait prints'
rt wait "$id"
expect_error 'container not running'
rt wait no-such-container
expect_error 'container does not exist'
