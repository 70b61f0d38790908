# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --cpu-burst and --cpu-idle (runc's).
# hull-only: Debian's peers are older than these flags
. "$KIT"
controller cpu
cgroup_file=$([ "$version" = v1 ] && echo cpu.cfs_burst_us || echo cpu.max.burst)
config '.linux.resources.cpu = {quota: 25000, period: 50000}'
must create
for file in "$cgroup_file" cpu.idle; do
  [ -e "$(own_cgroup)/$file" ] || skip "a kernel with $file"
done
must rt update --cpu-burst 5000 "$id"
expect_limit cpu.cfs_burst_us 5000 cpu.max.burst 5000
expect_limit cpu.cfs_quota_us 25000 cpu.max '25000 50000'
must rt update --cpu-idle 1 "$id"
expect_limit cpu.idle 1 cpu.idle 1
must rt update --cpu-idle 0 --cpu-burst 0 "$id"
expect_limit cpu.idle 0 cpu.idle 0
expect_limit cpu.cfs_burst_us 0 cpu.max.burst 0
