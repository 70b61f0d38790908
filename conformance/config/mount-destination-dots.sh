# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: destination is a path inside the container: dots do not lead out of it.
. "$KIT"
mkdir "$tmp/outside"
mount_entry "{destination: \"/../../../../../..$tmp/outside\", type: \"tmpfs\", source: \"tmpfs\"}"
inside "echo text >'$tmp/outside/file'"
create
if [ "$status" = 0 ]; then
  must rt start "$id"
  wait_state stopped
fi
[ ! -e "$tmp/outside/file" ] || fail 'the mount was made on the host'
