# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a signal is given as number, as name, or as name with SIG.
. "$KIT"
inside 'trap "echo one" USR1; echo ready; while :; do sleep 0.1; done'
must create
must rt start "$id"
wait_until grep -q ready "$container_out"
count=0
for signal in 10 USR1 SIGUSR1; do
  must rt kill "$id" $signal
  count=$((count + 1))
  until [ "$(grep -c one "$container_out")" = $count ]; do sleep 0.05; done
done
