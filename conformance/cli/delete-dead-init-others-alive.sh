# SPDX-License-Identifier: Apache-2.0
# peers.md 4.4: init has ended, other processes of the container, in cgroups below its own too, have
# not: kill --all reaches them, and so does a plain delete.
. "$KIT"
namespace cgroup
without_namespace pid
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
inside 'trap "" HUP
  sh -c "trap \"echo got TERM; exec sleep 1000\" TERM; echo trap set; while :; do sleep 0.05; done" & trapper=$!
  sleep 1000 & child=$!
  for f in /sys/fs/cgroup/cgroup.procs /sys/fs/cgroup/*/cgroup.procs; do
    [ -e $f ] || continue
    d=${f%/cgroup.procs}/below; mkdir $d
    for c in cpuset.cpus cpuset.mems; do
      if [ -e $d/$c ] && [ -z "$(cat $d/$c)" ]; then cat $d/../$c >$d/$c; fi
    done
    echo $child >$d/cgroup.procs
  done
  echo "children $trapper $child"'
must create
must rt start "$id"
wait_state stopped
wait_until grep -q '^children ' "$container_out"
wait_until grep -q 'trap set' "$container_out"
read -r _ trapper child < <(grep '^children ' "$container_out")
gone "$child" && fail 'the other process ended with init'
rt kill "$id" TERM
expect_error 'container not running'
must rt kill --all "$id" TERM
wait_until gone "$child"
wait_until grep -q 'got TERM' "$container_out"
gone "$trapper" && fail 'who caught SIGTERM has ended'
must rt delete "$id"
wait_until gone "$trapper"
expect_nothing_left
