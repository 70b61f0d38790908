# SPDX-License-Identifier: Apache-2.0
# issue 4: an ordinary user's priorities are no matter of their container's, nor of a process added
# to it, as far as the user has the power over them.
# hull-only: the peers hand them on
. "$KIT"
as_user
RUNTIME=$program
under setpriv --reuid "$user" --regid "$user" --clear-groups --inh-caps +sys_nice --ambient-caps +sys_nice \
  env XDG_RUNTIME_DIR="$xdg"
chrt --idle -p 0 $$
renice -n 7 -p $$ >/dev/null
args sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
expect_equal "$(chrt -p "$pid" | sed -n 's/.*policy: //p') $(awk '{ print $19 }' "/proc/$pid/stat")" 'SCHED_OTHER 0'
must rt exec "$id" cat /proc/self/stat
expect_equal "$(awk '{ print $41, $19 }' "$out")" '0 0' 'policy and nice value'
