# SPDX-License-Identifier: Apache-2.0
# peers.md 4.4: delete --force also ends processes in a frozen cgroup below the container's own.
. "$KIT"
namespace cgroup
without_namespace pid
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
inside 'sleep 1000 & child=$!
  for f in /sys/fs/cgroup/freezer /sys/fs/cgroup/unified /sys/fs/cgroup; do
    if [ -e $f/cgroup.freeze ] || [ -e $f/freezer.state ]; then
      mkdir $f/below && echo $child >$f/below/cgroup.procs
      if [ -e $f/below/cgroup.freeze ]; then echo 1 >$f/below/cgroup.freeze
      else echo FROZEN >$f/below/freezer.state; fi
      echo "frozen $child"; wait
    fi
  done'
must create
must rt start "$id"
wait_until grep -q '^frozen ' "$container_out"
child=$(sed -n 's/^frozen //p' "$container_out")
must rt delete --force "$id"
wait_until gone "$child"
expect_nothing_left
