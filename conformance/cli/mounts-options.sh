# SPDX-License-Identifier: Apache-2.0
# issue 5: mounts add has the options of a configuration: recursive attributes, propagation, id maps, tmpcopyup.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
host_tree
mkdir -p "$tmp/ids" "$bundle/rootfs/full"
echo copied >"$bundle/rootfs/full/file"
touch "$tmp/ids/file"
chown 1000:1000 "$tmp/ids/file"
args /bin/sleep 1000
must create
must rt start "$id"
cat >"$tmp/list.json" <<end
[{"destination": "/tree", "source": "$tmp/tree", "options": ["rbind", "rro", "rshared"]},
 {"destination": "/top", "source": "$tmp/tree", "options": ["bind", "noexec", "noatime"]},
 {"destination": "/full", "type": "tmpfs", "source": "full", "options": ["tmpcopyup", "ro", "nodev"]}]
end
must rt mounts add "$id" "$tmp/list.json"
must rt exec "$id" sh -c 'cat /full/file; ls -A /top/sub; cat /proc/self/mountinfo'
expect_line copied
expect_option /tree ro
expect_option /tree/sub ro
expect_option /top noexec
expect_option /top noatime
expect_option /full ro
expect_option /full nodev
case $(tagged /tree/sub) in ' shared:'*) ;; *) fail "the propagation of rshared is '$(tagged /tree/sub)'" ;; esac
cat >"$tmp/list.json" <<end
[{"destination": "/ids", "source": "$tmp/ids", "options": ["bind"],
  "uidMappings": [{"containerID": 1000, "hostID": 2000, "size": 1}],
  "gidMappings": [{"containerID": 1000, "hostID": 3000, "size": 1}]}]
end
rt mounts add "$id" "$tmp/list.json"
[ "$status" = 0 ] || { grep -q 'id-mapped' "$err" && skip 'id-mapped mounts of this file system'; fail "$(cat "$err")"; }
must rt exec "$id" stat -c %u:%g /ids/file
expect_output 2000:3000
