# SPDX-License-Identifier: Apache-2.0
# issue 3: updates of one container at the same time take turns: each is made as a whole, none is lost.
# hull-only: the peers take no lock
. "$KIT"
controller cpu
controller pids
must create
for number in 1 2 3 4 5 6 7 8; do
  "$RUNTIME" --root "$root" update --cpu-quota $((number * 1000)) --pids-limit $((number + 10)) "$id" &
  updates[number]=$!
done
for number in 1 2 3 4 5 6 7 8; do wait "${updates[number]}" || fail "update $number ended with $?"; done
last=$(($(cat "$(own_cgroup)/pids.max") - 10))
controller cpu
[ "$version" = v1 ] && quota=$(cat "$(own_cgroup)/cpu.cfs_quota_us") || read -r quota _ <"$(own_cgroup)/cpu.max"
expect_equal "$quota" $((last * 1000)) 'the quota beside that limit of processes'
expect_equal "$(jq -c '[.resources.pids.limit, .resources.cpu.quota]' "$root/$id/record.json")" \
  "[$((last + 10)),$((last * 1000))]" 'what is remembered'
