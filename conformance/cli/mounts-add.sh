# SPDX-License-Identifier: Apache-2.0
# issue 5: mounts add puts binds and file systems into a running container, as create would.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
mkdir "$tmp/data" "$bundle/near"
echo text >"$tmp/data/file"
echo near >"$bundle/near/file"
args /bin/sleep 1000
must create
must rt start "$id"
cat >"$tmp/list.json" <<end
[{"destination": "/data", "source": "$tmp/data", "options": ["bind", "ro", "nosuid"]},
 {"destination": "/one/file", "source": "$tmp/data/file", "options": ["bind"]},
 {"destination": "/near", "source": "near", "type": "bind"},
 {"destination": "/scratch", "type": "tmpfs", "source": "scratch", "options": ["size=64k", "mode=711", "nodev"]},
 {"destination": "/scratch/closed", "type": "tmpfs", "source": "closed", "options": ["ro"]}]
end
must rt mounts add "$id" "$tmp/list.json"
expect_state running
must rt exec "$id" sh -c 'cat /data/file /one/file /near/file; stat -c %a /scratch; echo >/scratch/made && cat /proc/self/mountinfo'
expect_equal "$(head -n 4 "$out" | tr '\n' ' ')" 'text text near 711 ' 'what is in there'
for option in ro nosuid; do expect_option /data $option; done
expect_option /one/file rw
for option in size=64k nodev; do expect_option /scratch $option; done
expect_option /scratch/closed ro
rt exec "$id" touch /data/x
[ "$status" != 0 ] && [ ! -e "$tmp/data/x" ] || fail 'a read-only source was written to'
# By standard input, and in a second container that has not been started.
id=$id-created
config '.linux.cgroupsPath += "-created"'
must create
calls=$((calls + 1))
"$RUNTIME" --root "$root" mounts add "$id" - <"$tmp/list.json" || fail 'it does not read standard input'
must rt start "$id"
must rt exec "$id" cat /data/file
expect_output text
