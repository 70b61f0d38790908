# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: an ordinary user adds processes to their container: in all of its namespaces, with its limits and
# what it may, with a terminal, at an end that is handed on. The host's root can too, and leaves no group in it.
. "$KIT"
as_user
inside 'echo own >/tmp/seen; sleep 1000'
must create
must rt start "$id"
pid=$(state .pid)
rt exec "$id" /bin/sh -c 'id -u; cat /tmp/seen; grep -E "^(CapEff|NoNewPrivs)" /proc/self/status; exit 3'
expect_status 3
for kind in user mnt pid ipc uts net; do
  must rt exec "$id" readlink "/proc/self/ns/$kind"
  expect_output "$(readlink "/proc/$pid/ns/$kind")"
done
terminal "$RUNTIME" --root "$root" exec --tty "$id" /bin/sh -c 'tty; test -t 0 && echo is one'
expect_success
expect_line '/dev/pts/0'
must rt exec --detach --pid-file "$xdg/pid" "$id" sleep 1000
expect_equal "$(stat -c %u "/proc/$(cat "$xdg/pid")")" "$user" 'the owner of the process'
user_runtime=$RUNTIME
RUNTIME=$program
under setpriv --groups 65501
must rt exec "$id" id -G
expect_output 0
RUNTIME=$user_runtime
must rt kill "$id" KILL
wait_state stopped
rt exec "$id" true
expect_error 'not running'
must rt delete "$id"
expect_nothing_left
