# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroups Path: cgroups are created if they do not exist: one that does is used, if it
# is empty (a check for that is allowed, and then an error).
# cgroupfs-only: it makes the cgroup itself
. "$KIT"
controller pids
mkdir "$hierarchy/$TOKEN"
args sleep 1000
create
if [ "$status" = 0 ]; then
  grep -qx "$(state .pid)" "$hierarchy/$TOKEN/cgroup.procs" || fail 'the process is elsewhere'
else
  expect_error cgroup
fi
