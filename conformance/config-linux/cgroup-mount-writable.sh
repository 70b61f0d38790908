# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts, with peers.md 2.3: without 'ro' the container can make cgroups below its own.
. "$KIT"
namespace cgroup
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
inside 'for f in /sys/fs/cgroup/cgroup.procs /sys/fs/cgroup/*/cgroup.procs; do
  if [ -e $f ]; then d=${f%/*}; mkdir $d/below 2>/dev/null && rmdir $d/below && echo made && break; fi; done'
must run
expect_line made
