# SPDX-License-Identifier: Apache-2.0
# users.md 18: where a frozen parent keeps processes from ending (v1), the error names it; thawed, the
# same command works. On v2 they end all the same.
# hull-only: the peers wait for them, or name nobody
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
config '.linux.cgroupsPath = $path' --arg path "/$TOKEN/below"
args sleep 1000
must create
must rt start "$id"
if [ -d "/sys/fs/cgroup/freezer/$TOKEN" ]; then
  echo FROZEN >"/sys/fs/cgroup/freezer/$TOKEN/freezer.state"
  rt delete --force "$id"
  expect_error "cannot end: '/sys/fs/cgroup/freezer/$TOKEN' is frozen"
  echo THAWED >"/sys/fs/cgroup/freezer/$TOKEN/freezer.state"
else
  freeze=$(find /sys/fs/cgroup -maxdepth 3 -path "*/$TOKEN/cgroup.freeze" | head -n 1)
  [ -n "$freeze" ] || fail "no cgroup of '$TOKEN' can be frozen"
  echo 1 >"$freeze"
fi
must rt delete --force "$id"
expect_nothing_left
