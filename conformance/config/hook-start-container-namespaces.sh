# SPDX-License-Identifier: Apache-2.0
# config.md, StartContainer: these hooks are executed in the container's namespaces.
. "$KIT"
hook startContainer 'for n in mnt pid net uts ipc; do readlink /proc/self/ns/$n; done >/tmp/ns'
args sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
wait_until grep -qz '^sleep' "/proc/$pid/cmdline"
for n in mnt pid net uts ipc; do readlink "/proc/$pid/ns/$n"; done | diff - "$bundle/rootfs/tmp/ns" ||
  fail 'not the namespaces of the container'
