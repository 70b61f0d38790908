# SPDX-License-Identifier: Apache-2.0
# hazards.md 2: on a host with shared mounts nothing that mounts adds or removes is seen there, not for a moment, and
# nothing that is mounted below it later.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
mount --make-rshared /
mkdir "$tmp/data"
args /bin/sleep 1000
config '.process.capabilities[] |= (. + ["CAP_SYS_ADMIN"] | unique)'
must create
must rt start "$id"
cut -d' ' -f5- /proc/self/mountinfo >"$tmp/before"
cat >"$tmp/list.json" <<end
[{"destination": "/data", "source": "$tmp/data", "options": ["rbind"]},
 {"destination": "/slave", "source": "$tmp/data", "options": ["rbind", "rslave"]},
 {"destination": "/scratch", "type": "tmpfs", "source": "scratch"}]
end
must rt mounts add "$id" "$tmp/list.json"
cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'it reached the host'
must rt exec "$id" sh -c 'mkdir -p /data/below && mount -t tmpfs from-inside /data/below && cat /proc/self/mountinfo'
cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'what is mounted below it reached the host'
expect_equal "$(tagged /data)" '' 'the propagation of a plain bind'
case $(tagged /slave) in ' master:'*) ;; *) fail "the propagation of rslave is '$(tagged /slave)'" ;; esac
must rt mounts remove "$id" "$tmp/list.json"
cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'its removal reached the host'
mount --make-rprivate /
