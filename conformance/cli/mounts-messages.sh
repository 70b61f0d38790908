# SPDX-License-Identifier: Apache-2.0
# issue 5: what mounts cannot do is refused with its cause: the state, the file's place, the pointer in the file.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
args /bin/sleep 1000
echo '[]' >"$tmp/empty.json"
rt mounts add "$id" "$tmp/empty.json"
expect_error 'container does not exist'
must create
must rt mounts add "$id" "$tmp/empty.json"
must rt mounts remove "$id" "$tmp/empty.json"
while IFS='|' read -r list expected; do
  echo "$list" >"$tmp/list.json"
  rt mounts add "$id" "$tmp/list.json"
  expect_error "$expected"
done <<'end'
{}|list.json:1:1: the document must be an array, not an object
[{"destination": 1}]|list.json:1:18: /0/destination must be a string, not a number
[{}]|list.json:1:2: /0/destination is missing
[|list.json:2:1
[{"destination": "/a", "options": ["bind"]}]|list.json: /0/source: is missing, and a bind needs one
[{"destination": "/a", "type": "tmpfs", "source": "a", "options": ["idmap"]}]|list.json: /0: only a bind can have an id mapping
[{"destination": "/", "type": "tmpfs"}]|list.json: /0/destination: '/' must stay as it is
[{"destination": "/a", "source": "rootfs/etc", "options": ["bind"]}]|list.json: /0/source: .* is in the container itself
[{"destination": "/tmp", "options": ["remount", "ro"]}]|list.json: /0/options: would change a mount that is there
end
rt mounts add "$id" "$tmp/nowhere.json"
expect_error 'nowhere.json.*no such file or directory'
rt mounts put "$id" "$tmp/empty.json"
expect_error "'put' is neither add nor remove"
rt mounts add "$id"
expect_error 'argument FILE is missing'
echo '[{"destination": "/a", "type": "tmpfs", "source": "a", "optoins": []}]' >"$tmp/list.json"
must rt --log "$tmp/log" --log-level warning mounts add "$id" "$tmp/list.json"
grep -q 'did you mean options' "$tmp/log" || fail "an unknown key is not warned of: $(cat "$tmp/log")"
must rt kill "$id" KILL
wait_state stopped
for verb in add remove; do
  rt mounts $verb "$id" "$tmp/list.json"
  expect_error 'container not running'
done
# Without a mount namespace of its own the host's would change.
must rt delete "$id"
without_namespace mount
config 'del(.mounts, .linux.maskedPaths, .linux.readonlyPaths, .root.readonly)'
create
[ "$status" = 0 ] || skip 'a runtime that makes containers without a mount namespace'
rt mounts add "$id" "$tmp/list.json"
expect_error 'no mount namespace'
