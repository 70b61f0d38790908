# SPDX-License-Identifier: Apache-2.0
# config-linux.md, User namespace mappings: the runtime does not change who owns the files.
. "$KIT"
user_namespace
chown 100007:100008 "$bundle/rootfs/bin/busybox"
chown 0:0 "$bundle/rootfs/mnt"
find "$bundle/rootfs" -path "$bundle/rootfs/dev" -prune -o -printf '%P %u %g\n' | sort >"$tmp/before"
inside :
must run
find "$bundle/rootfs" -path "$bundle/rootfs/dev" -prune -o -printf '%P %u %g\n' | sort | diff "$tmp/before" - ||
  fail 'owners have changed'
