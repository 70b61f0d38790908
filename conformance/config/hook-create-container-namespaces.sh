# SPDX-License-Identifier: Apache-2.0
# config.md, CreateContainer: these hooks are executed in the container's namespaces.
. "$KIT"
hook createContainer "for n in mnt net uts ipc; do readlink /proc/self/ns/\$n; done >'$tmp/ns'"
must create
pid=$(state .pid)
for n in mnt net uts ipc; do readlink "/proc/$pid/ns/$n"; done | diff - "$tmp/ns" ||
  fail 'not the namespaces of the container'
