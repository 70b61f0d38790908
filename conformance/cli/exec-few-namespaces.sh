# SPDX-License-Identifier: Apache-2.0
# runtime.md: a container without some of the namespaces is entered too, its root among what is left.
. "$KIT"
for type in pid network ipc uts mount cgroup; do
  config '.linux.namespaces |= map(select(.type != $type))' --arg type "$type"
done
config '.mounts = [] | del(.hostname) | del(.linux.maskedPaths) | del(.linux.readonlyPaths) | .root.readonly = false'
touch "$bundle/rootfs/of-the-container"
args /bin/sleep 1000
must create
must rt start "$id"
must rt exec "$id" ls /of-the-container
expect_output /of-the-container
must rt kill "$id" KILL
