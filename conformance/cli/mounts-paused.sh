# SPDX-License-Identifier: Apache-2.0
# issue 5: mounts works on a paused container, beside update and exec, and leaves its state alone.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
controller pids
inside 'echo ready; while :; do sleep 0.1; done'
must create
must rt start "$id"
wait_until grep -q ready "$container_out"
must rt pause "$id"
before=$(state 'del(.created)')
echo '[{"destination": "/a", "type": "tmpfs", "source": "a"}, {"destination": "/b", "type": "tmpfs", "source": "b"}]' \
  >"$tmp/list.json"
echo '[{"destination": "/b"}]' >"$tmp/b.json"
must rt mounts add "$id" "$tmp/list.json"
must rt mounts remove "$id" "$tmp/b.json"
expect_equal "$(state 'del(.created)')" "$before" 'its state'
must rt update --pids-limit 25 "$id"
must rt resume "$id"
must rt exec "$id" cat /proc/self/mountinfo
expect_match ' /a rw.* tmpfs a '
expect_no_match ' /b rw'
must rt delete --force "$id"
expect_nothing_left
