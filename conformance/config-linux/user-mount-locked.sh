# SPDX-License-Identifier: Apache-2.0
# config-linux.md, User namespace mappings: the container's root has no rights over the host's mounts:
# what is read-only, nosuid and nodev there stays so.
. "$KIT"
user_namespace
chmod 755 "$WORK" "$DIR" "$tmp"
mkdir "$tmp/data"
host_mount -t tmpfs -o ro,nosuid,nodev,mode=777 data "$tmp/data"
mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"bind\"]}"
inside 'mount -o remount,bind,rw,nosuid,nodev /data && echo rw; mount -o remount,bind,ro,suid,nodev /data && echo suid
  mount -o remount,bind,ro,nosuid,dev /data && echo dev; cat /proc/self/mountinfo'
run
expect_success
expect_no_match '^(rw|suid|dev)$'
for option in ro nosuid nodev; do expect_option /data $option; done
