# SPDX-License-Identifier: Apache-2.0
# issue 5: a container whose init has gone to a mount namespace of a user namespace that it made is given nothing: its
# root there could clear the flags of what is mounted.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
mkdir "$tmp/data"
config '.process.user = {uid: 1000, gid: 1000}'
inside 'unshare -U -r -m true || { echo cannot; exec sleep 1000; }
  exec unshare -U -r -m sh -c "echo ready; exec sleep 1000"'
must create
must rt start "$id"
wait_until grep -qE 'ready|cannot' "$container_out"
grep -q ready "$container_out" || skip 'user namespaces for anybody'
echo "[{\"destination\": \"/a\", \"source\": \"$tmp/data\", \"options\": [\"bind\", \"ro\"]}]" >"$tmp/list.json"
rt mounts add "$id" "$tmp/list.json"
expect_error 'init has left for a mount namespace'
! grep -q ' /a ' "/proc/$(state .pid)/mountinfo" || fail 'it was mounted'
