# SPDX-License-Identifier: Apache-2.0
# managers.md 0: when create has returned, the container's process is the caller's child: no process
# of the runtime stays between.
. "$KIT"
args sleep 1000
must create
pid=$(state .pid)
expect_equal "$(awk '/^PPid:/ { print $2 }' "/proc/$pid/status")" 1 'parent of the process (1 is this script’s reaper)'
