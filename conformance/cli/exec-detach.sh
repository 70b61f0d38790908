# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a detached process runs on when exec has returned, and is its caller's to wait for.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
must rt exec --detach --pid-file "$tmp/pid" "$id" sh -c 'echo here; exec sleep 1000'
printed=$out
entered=$(cat "$tmp/pid")
expect_equal "$(wc -c <"$tmp/pid")" "${#entered}" 'the length of the pid file'
wait_until grep -qx here "$printed"
expect_equal "$(awk '/^PPid/ { print $2 }' "/proc/$entered/status")" "$(awk '/^PPid/ { print $2 }' "/proc/$(state .pid)/status")" 'its parent'
must rt kill "$id" KILL
wait_until gone "$entered"
