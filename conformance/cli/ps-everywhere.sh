# SPDX-License-Identifier: Apache-2.0
# issue 3: ps knows processes in cgroups below, and those of a container in the host's pid namespace.
. "$KIT"
without_namespace pid
inside 'sleep 1000 & echo "child $!"; wait'
must create
must rt start "$id"
wait_until grep -q child "$container_out"
child=$(sed -n 's/^child //p' "$container_out")
move_below "$child"
must rt ps --format json "$id"
jq -e --argjson a "$(state .pid)" --argjson b "$child" 'sort == ([$a, $b] | sort)' "$out" >/dev/null ||
  fail "it is '$(cat "$out")', not $(state .pid) and $child"
# Init's end does not end the other.
must rt kill --all "$id" KILL
