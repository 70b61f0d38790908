# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Control groups: children of the container's process are in its cgroup too.
. "$KIT"
inside 'sleep 1000 & cat /proc/$!/cgroup >/tmp/child; cat /proc/self/cgroup >/tmp/own; echo done; wait'
must create
must rt start "$id"
wait_until grep -q done "$container_out"
diff "$bundle/rootfs/tmp/own" "$bundle/rootfs/tmp/child" || fail 'the child is elsewhere'
grep -q "$TOKEN" "$bundle/rootfs/tmp/child" || fail 'it is not in the container’s cgroup'
