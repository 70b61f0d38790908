# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: 'tmpcopyup': what the tmpfs hides is copied up into it.
. "$KIT"
mkdir -p "$bundle/rootfs/data/folder"
echo text >"$bundle/rootfs/data/folder/file"
chmod 640 "$bundle/rootfs/data/folder/file"
ln -s folder/file "$bundle/rootfs/data/link"
mount_entry '{destination: "/data", type: "tmpfs", source: "tmpfs", options: ["tmpcopyup"]}'
inside 'cat /data/link; stat -c %a /data/folder/file; echo more >>/data/folder/file; grep -c " /data .* tmpfs " /proc/self/mountinfo'
must run
expect_output 'text
640
1'
expect_equal "$(cat "$bundle/rootfs/data/folder/file")" text 'the file below'
