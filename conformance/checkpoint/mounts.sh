# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: binds show what the bundle names at the time of the restore, in a fresh root file system too.
. "$KIT"
checkpoints
mkdir "$tmp/a" "$tmp/b"
echo first >"$tmp/a/file"
host_tree
echo deep >"$tmp/tree/sub/file"
mkdir -p "$bundle/rootfs/real"
ln -s real "$bundle/rootfs/link"
mount_entry "{destination: \"/data\", type: \"bind\", source: \"$tmp/a\", options: [\"bind\", \"ro\"]}"
mount_entry "{destination: \"/one-file\", type: \"bind\", source: \"$tmp/a/file\", options: [\"bind\"]}"
mount_entry "{destination: \"/link/tree\", type: \"bind\", source: \"$tmp/tree\", options: [\"rbind\"]}"
must run --detach
counts_on 2
must checkpoint
# Without the mount points that create has made.
rm -rf "$bundle/rootfs"
cp -a "$WORK/rootfs" "$bundle/rootfs"
mkdir -p "$bundle/rootfs/real"
ln -s real "$bundle/rootfs/link"
echo second >"$tmp/b/file"
config '(.mounts[] | select(.destination == "/data")).source = $b' --arg b "$tmp/b"
must restore
must rt exec "$id" sh -c 'cat /data/file /one-file /real/tree/sub/file; touch /data/x 2>/dev/null || echo read only'
expect_output $'second\nfirst\ndeep\nread only'
must rt exec "$id" sh -c 'head -c 1 /proc/kcore | wc -c'
expect_output 0
