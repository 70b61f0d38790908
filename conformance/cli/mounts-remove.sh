# SPDX-License-Identifier: Apache-2.0
# issue 5: mounts remove takes away what add or the configuration has mounted, the last one first, or nothing.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
mkdir -p "$tmp/data" "$bundle/rootfs/plain"
echo text >"$tmp/data/file"
mount_entry '{destination: "/configured", type: "tmpfs", source: "configured"}'
args /bin/sleep 1000
must create
must rt start "$id"
cat >"$tmp/list.json" <<end
[{"destination": "/data", "source": "$tmp/data", "options": ["bind"]},
 {"destination": "/data", "type": "tmpfs", "source": "above"},
 {"destination": "/data/below", "type": "tmpfs", "source": "below"},
 {"destination": "/file", "source": "$tmp/data/file", "options": ["bind"]}]
end
must rt mounts add "$id" "$tmp/list.json"
grep ' /data\| /file\| /configured' "/proc/$(state .pid)/mountinfo" | awk '{ print $5 }' >"$tmp/there"
expect_equal "$(tr '\n' ' ' <"$tmp/there")" '/configured /data /data /data/below /file ' 'what is mounted'
# One of them is no mount point: all stay.
for wrong in /plain /nowhere; do
  jq --arg wrong $wrong '. + [{destination: $wrong}]' "$tmp/list.json" >"$tmp/wrong.json"
  rt mounts remove "$id" "$tmp/wrong.json"
  expect_error "'$wrong'.*(no mount point|no such file)"
  expect_equal "$(grep -c ' /data\| /file\| /configured' "/proc/$(state .pid)/mountinfo")" 5 'the number of mounts left'
done
must rt mounts remove "$id" "$tmp/list.json"
echo '[{"destination": "/configured"}]' >"$tmp/one.json"
must rt mounts remove "$id" "$tmp/one.json"
expect_equal "$(grep -c ' /data\| /file\| /configured' "/proc/$(state .pid)/mountinfo" || :)" 0 'the number of mounts left'
must rt exec "$id" sh -c 'ls -A /data; cat /file'
expect_output ''
expect_equal "$(cat "$tmp/data/file")" text 'the source'
rt mounts remove "$id" "$tmp/list.json"
expect_error "'/(data|file)': is no mount point"
