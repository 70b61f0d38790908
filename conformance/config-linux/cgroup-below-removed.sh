# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: cgroups that the container made below its own are gone with it.
. "$KIT"
namespace cgroup
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
inside 'for f in /sys/fs/cgroup/cgroup.procs /sys/fs/cgroup/*/cgroup.procs; do
  if [ -e $f ]; then mkdir -p ${f%/*}/below/deep; fi; done; echo made; exec sleep 1000'
must create
must rt start "$id"
wait_until grep -q made "$container_out"
must rt kill "$id" KILL
wait_state stopped
must rt delete "$id"
expect_nothing_left
