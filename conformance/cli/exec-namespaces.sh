# SPDX-License-Identifier: Apache-2.0
# runtime.md, "Scope of a Container"; peers.md 1.3: the process is in all of the container's
# namespaces, in its root and in its cgroups.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
must rt exec --detach --pid-file "$tmp/pid" "$id" sleep 1000
entered=$(cat "$tmp/pid")
for type in cgroup ipc mnt net pid uts user; do
  expect_equal "$(readlink "/proc/$entered/ns/$type")" "$(readlink "/proc/$pid/ns/$type")" "its $type namespace"
done
expect_equal "$(stat -Lc %d:%i "/proc/$entered/root")" "$(stat -Lc %d:%i "/proc/$pid/root")" 'its root'
expect_equal "$(sort "/proc/$entered/cgroup")" "$(sort "/proc/$pid/cgroup")" 'its cgroups'
must rt exec "$id" sh -c 'ps -o args | grep -c "^sleep 1000$"'
expect_output 1
must rt kill "$id" KILL
