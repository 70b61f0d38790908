# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: what asks a process to end (a unit's or an image's stop signal too) ends a container that was
# never started, although the kernel keeps such signals from the first process of a pid namespace.
. "$KIT"
for signal in TERM HUP INT QUIT RTMIN+3; do
  must create
  pid=$(state .pid)
  kill -"$signal" "$pid"
  wait_until gone "$pid"
  wait_state stopped
  rt start "$id"
  expect_error
  must rt delete "$id"
done
expect_nothing_left

# With a filter, which is in force while it waits; and what is no request to end ends nothing.
config '.linux.seccomp = {defaultAction: "SCMP_ACT_ALLOW",
  syscalls: [{names: ["rt_sigaction", "rt_sigprocmask"], action: "SCMP_ACT_ERRNO"}]}'
must create
pid=$(state .pid)
kill -WINCH "$pid"
kill -CONT "$pid"
wait_state created
kill -TERM "$pid"
wait_until gone "$pid"
must rt delete "$id"
