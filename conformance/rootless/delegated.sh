# SPDX-License-Identifier: Apache-2.0
# managers.md 1.4, cgroup-v2.rst, Delegation: in a cgroup that is delegated to them an ordinary user's container has
# one of its own, with limits, and every command uses it.
. "$KIT"
as_user
delegated
config '.linux.cgroupsPath = $path | .linux.resources.devices = [{allow: false, access: "rwm"}]' --arg path "$home/$id"
config "$limit"
inside 'sleep 1000 & sleep 1000'
must create
must rt start "$id"
own=$delegated/$id
expect_equal "$(grep ^0:: "/proc/$(state .pid)/cgroup")" "0::$home/$id" 'its cgroup'
expect_equal "$(cat "$own/$limited")" "$value" "$limited"
wait_until [ "$(wc -l <"$own/cgroup.procs")" -ge 2 ]
must rt ps --format json "$id"
expect_equal "$(jq length "$out")" 2 'the number of processes'
must rt pause "$id"
expect_state paused
must rt resume "$id"
expect_state running
must rt events --stats "$id"
if [ "$limited" = pids.max ]; then
  must rt update --pids-limit 30 "$id"
  expect_equal "$(cat "$own/pids.max")" 30 pids.max
fi
must rt delete --force "$id"
[ ! -e "$own" ] || fail 'its cgroup is left'
