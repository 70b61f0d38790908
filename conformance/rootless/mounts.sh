# SPDX-License-Identifier: Apache-2.0
# issue 5: an ordinary user adds mounts to their container, what they can read and new file systems, and takes them
# away; the flags are locked.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
attacks
as_user
mkdir "$tmp/data" "$tmp/secret" "$tmp/one"
echo text >"$tmp/data/file"
chown -R "$user" "$tmp/data"
mkdir -m 700 "$tmp/secret/below"
chmod 700 "$tmp/secret"
host_mount -t tmpfs -o mode=777 one "$tmp/one"
mount -o remount,bind,nosuid,nodev,ro "$tmp/one"
args /bin/sleep 1000
must create
echo '[{"destination": "/a", "type": "tmpfs", "source": "a"}]' >"$xdg/early.json"
must rt mounts add "$id" "$xdg/early.json"
must rt start "$id"
must rt exec "$id" touch /a/file
cat >"$xdg/list.json" <<end
[{"destination": "/data", "source": "$tmp/data", "options": ["rbind", "ro", "nosuid", "nodev"]},
 {"destination": "/one", "source": "$tmp/one", "options": ["rbind"]},
 {"destination": "/scratch", "type": "tmpfs", "source": "scratch"}]
end
must rt mounts add "$id" "$xdg/list.json"
must rt exec "$id" sh -c 'cat /data/file; touch /scratch/file && stat -c %u /scratch /scratch/file; attack clear /data /one
  touch /data/made; cat /proc/self/mountinfo'
expect_line text
expect_no_match '^cleared '
for mount in /data /one; do for option in ro nosuid nodev; do expect_option "$mount" $option; done; done
[ ! -e "$tmp/data/made" ] || fail 'it was written to'
before=$(cut -d' ' -f1-5 "/proc/$(state .pid)/mountinfo")
echo "[{\"destination\": \"/a\", \"type\": \"tmpfs\", \"source\": \"a\"},
 {\"destination\": \"/b\", \"source\": \"$tmp/secret/below\", \"options\": [\"bind\"]}]" >"$xdg/secret.json"
rt mounts add "$id" "$xdg/secret.json"
expect_error "/1 '/b'.*permission denied"
expect_equal "$(cut -d' ' -f1-5 "/proc/$(state .pid)/mountinfo")" "$before" 'what is mounted'
must rt mounts remove "$id" "$xdg/list.json"
! grep -qE ' /(data|one|scratch) ' "/proc/$(state .pid)/mountinfo" || fail 'a mount is left'
must rt delete --force "$id"

# Where others are in the pid namespace too, a created container is closed to its owner.
config '.linux.namespaces |= map(select(.type != "pid"))
  | .mounts |= map(if .destination == "/proc" then {destination: "/proc", source: "/proc", options: ["rbind"]} else . end)'
must create
rt mounts add "$id" "$xdg/early.json"
expect_error 'start it first'
must rt start "$id"
must rt mounts add "$id" "$xdg/early.json"
must rt delete --force "$id"
