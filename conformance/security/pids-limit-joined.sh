# SPDX-License-Identifier: Apache-2.0
# config-linux.md, "Process ID limit" and "Namespaces": a container that joins a pid namespace is made in a cgroup with
# room for its process alone, and that is where the process is.
. "$KIT"
controller pids
# Before, a proc for the joined namespace is opened by two processes more.
[ "$(printf '%s\n' 6.17 "$(uname -r)" | sort -V | head -n 1)" = 6.17 ] ||
  skip 'a kernel whose proc takes a pid namespace (6.17)'
holder pid_for_children -p --fork --kill-child
namespace pid "/proc/$holder/ns/pid_for_children"
config '.linux.resources.pids.limit = 1'
for kind in plain filter hook; do
  args cat /proc/self/cgroup
  [ "$kind" != filter ] || seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["mkdir"], action: "SCMP_ACT_ERRNO"}]}'
  [ "$kind" != hook ] || hook createRuntime 'cat >/dev/null'
  must run
  grep -q ":pids:.*$TOKEN\|^0::.*$TOKEN" "$out" || fail "$kind: it is in another cgroup"
  expect_no_match "^[0-9]*:[a-z,=]*:/$"
done
