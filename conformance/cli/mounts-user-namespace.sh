# SPDX-License-Identifier: Apache-2.0
# issue 5: what mounts adds to a container with a user namespace is that one's: new file systems are its root's, who
# may take them away again; binds show their ids by its map where they are told to.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
user_namespace
mkdir "$tmp/data" "$tmp/nosuid"
chown 100000:100000 "$tmp/data"
host_mount -t tmpfs -o nosuid,nodev,mode=777 nosuid "$tmp/nosuid"
config '.process.capabilities[] |= (. + ["CAP_SYS_ADMIN"] | unique)'
args /bin/sleep 1000
must create
must rt start "$id"
cat >"$tmp/list.json" <<end
[{"destination": "/data", "source": "$tmp/data", "options": ["rbind", "ro"]},
 {"destination": "/nosuid", "source": "$tmp/nosuid", "options": ["rbind"]},
 {"destination": "/made/scratch", "type": "tmpfs", "source": "scratch"},
 {"destination": "/own", "source": "$tmp/data", "options": ["rbind", "idmap"]},
 {"destination": "/queue", "type": "mqueue", "source": "mqueue"}]
end
must rt mounts add "$id" "$tmp/list.json"
must rt exec "$id" sh -c 'stat -c %u:%g /data /made /made/scratch; touch /made/scratch/file /nosuid/file
  umount /made/scratch && echo gone; :'
expect_output '0:0
0:0
0:0
gone'
rt exec "$id" touch /data/file
[ "$status" != 0 ] && [ ! -e "$tmp/data/file" ] || fail 'a read-only source was written to'
expect_equal "$(stat -c %u "$tmp/nosuid/file")" 100000 'the owner of a file'
