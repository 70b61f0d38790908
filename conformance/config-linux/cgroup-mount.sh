# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts, with peers.md 2.3: a mount of type cgroup shows the container's cgroups, read-only
# if asked.
. "$KIT"
namespace cgroup
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev", "ro"]}'
inside 'for f in /sys/fs/cgroup/cgroup.procs /sys/fs/cgroup/*/cgroup.procs; do
    [ -e $f ] && grep -qx 1 $f && echo "$f has me"; done
  mkdir /sys/fs/cgroup/new /sys/fs/cgroup/*/new 2>/dev/null && echo written; echo end'
must run
expect_match '^/sys/fs/cgroup.*cgroup.procs has me$'
expect_no_match '^written'
