# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: what the container used but did not make is left alone.
. "$KIT"
mkdir "$tmp/data"
unshare -n sleep 1000 &
holder=$!
wait_until is_elsewhere net "$holder"
namespace network "/proc/$holder/ns/net"
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"bind\"]}"
inside 'echo kept >/data/file'
must run
[ "$(cat "$tmp/data/file")" = kept ] || fail 'the bind source lost its content'
[ -e "/proc/$holder/ns/net" ] || fail 'the joined namespace is gone'
[ -x "$bundle/rootfs/bin/busybox" ] || fail 'the root filesystem is gone'
kill "$holder"
wait "$holder" || :
