# SPDX-License-Identifier: Apache-2.0
# issue 3: a container below a frozen cgroup stays paused, and resume says why.
# hull-only: the peers claim success
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
config '.linux.cgroupsPath = $path' --arg path "/$TOKEN-above/below"
args sleep 1000
must create
must rt start "$id"
freeze() { echo "$1" >"$freezer"; }
freezer=$(find $(awk '$3 == "cgroup2" { print $2 }' /proc/mounts) -path "*/$TOKEN-above/cgroup.freeze" -print -quit)
frozen=1 thawed=0
if [ -z "$freezer" ]; then
  freezer=$(find /sys/fs/cgroup/freezer -path "*/$TOKEN-above/freezer.state" -print -quit)
  frozen=FROZEN thawed=THAWED
fi
freeze $frozen
wait_state paused
rt resume "$id"
expect_error 'a parent of its cgroup is frozen'
freeze $thawed
wait_state running
