# SPDX-License-Identifier: Apache-2.0
# issue 5, hazards.md 1: what mounts adds to a container with a user namespace has its flags locked: those of the
# host's mounts, and those that were asked for.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
attacks
user_namespace
chmod 755 "$WORK" "$DIR" "$tmp"
host_tree
for mount in "$tmp/tree" "$tmp/tree/sub"; do mount -o remount,bind,ro,nosuid,nodev,noexec "$mount"; done
mkdir "$tmp/one"
host_mount -t tmpfs -o mode=777 one "$tmp/one"
config '.process.capabilities[] |= (. + ["CAP_SYS_ADMIN"] | unique)'
args /bin/sleep 1000
must create
must rt start "$id"
cat >"$tmp/list.json" <<end
[{"destination": "/tree", "source": "$tmp/tree", "options": ["rbind"]},
 {"destination": "/one", "source": "$tmp/one", "options": ["bind", "ro", "nosuid", "nodev", "noexec"]}]
end
must rt mounts add "$id" "$tmp/list.json"
must rt exec "$id" sh -c 'attack clear /tree /tree/sub /one; umount /tree/sub && echo uncovered /tree/sub
  touch /one/made /tree/made 2>&1; cat /proc/self/mountinfo'
expect_no_match '^(cleared|uncovered) '
for mount in /tree /tree/sub /one; do for option in ro nosuid nodev noexec; do expect_option $mount $option; done; done
echo '[{"destination": "/tree/sub"}]' >"$tmp/sub.json"
rt mounts remove "$id" "$tmp/sub.json"
expect_error "'/tree/sub'.*came along with another mount"
must rt mounts remove "$id" "$tmp/list.json"
[ ! -e "$tmp/one/made" ] || fail 'it was written to'
