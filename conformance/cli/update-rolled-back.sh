# SPDX-License-Identifier: Apache-2.0
# issue 3: update half way refused by the kernel leaves every old value, and names the flag, the file, the value and the errno.
# hull-only: the peers leave what they wrote before
. "$KIT"
controller cpuset
controller memory
config '.linux.resources += {memory: {limit: 67108864, reservation: 16777216}, cpu: {shares: 512, quota: 25000, period: 50000, cpus: "0"}, pids: {limit: 50}}'
must create
values() {
  local file own
  for controller in memory cpu cpuset pids; do
    controller $controller
    own=$(own_cgroup)
    for file in "$own"/{memory.{limit_in_bytes,memsw.limit_in_bytes,soft_limit_in_bytes,max,low,swap.max},cpu.{shares,weight,max,cfs_quota_us,cfs_period_us,idle},cpuset.cpus,pids.max}; do
      [ -e "$file" ] && echo "$file $(cat "$file")"
    done
  done
  true
}
before=$(values)
[ "$(wc -l <<<"$before")" -ge 7 ] || fail "only these values are there: $before"
# Memory and CPU come before the set of processors, which does not have these.
rt update --memory 134217728 --memory-reservation 8388608 --cpu-share 1000 --cpu-quota 5000 --cpu-period 20000 \
  --cpu-idle 1 --cpuset-cpus 4000 --pids-limit 60 "$id"
expect_error "update '$id': --cpuset-cpus: .*cpuset.cpus', '4000'\\): (numerical result out of range|invalid argument)"
expect_equal "$(values)" "$before" 'what is in force'
jq '{memory: {limit: 134217728}, cpu: {quota: 5000, cpus: "4000"}}' -n >"$tmp/r.json"
rt update --resources "$tmp/r.json" "$id"
expect_error "update '$id': /cpu/cpus: .*cpuset.cpus', '4000'\\): (numerical result out of range|invalid argument)"
expect_equal "$(values)" "$before" 'what is in force'
# Without the bad one all of it is taken.
must rt update --memory 134217728 --cpu-quota 5000 --cpu-period 20000 --pids-limit 60 "$id"
[ "$(values)" != "$before" ] || fail 'nothing changed'
