# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: a destination may be "/": the mount is the container's root.
. "$KIT"
cp -a "$bundle/rootfs" "$tmp/other"
echo other >"$tmp/other/which"
mount_entry "{destination: \"/\", source: \"$tmp/other\", options: [\"rbind\"]}"
config '.mounts = [.mounts[-1]] + .mounts[:-1]'
args cat /which
must run
expect_output other
