# SPDX-License-Identifier: Apache-2.0
# users.md 26: when ids cannot be mapped the error says what the helper said, which range the caller was not
# granted or what the helper lacks, and the command that changes it.
# hull-only: the peers say what the helper says
. "$KIT"
as_user
granted 200000:1000 201000:5
config '.linux.uidMappings += [{containerID: 5000, hostID: 201005, size: 10}]'
missing="grants 'ann' no range that covers 201005-201014: .usermod --add-subuids 201005-201014 ann. adds one"
expect_refused_create "/linux/uidMappings: writing the map: /.*/newuidmap ended with status 1: .*; /etc/subuid $missing"
config 'del(.linux.uidMappings[-1])'
echo 'ann:200000:1000' >"$tmp/subgid"
expect_refused_create "/linux/gidMappings: .*; /etc/subgid grants 'ann' no range that covers 201000-201004"
cp "$tmp/subuid" "$tmp/subgid"
RUNTIME=$program
under setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs env XDG_RUNTIME_DIR="$xdg"
expect_refused_create "newuidmap .*; the caller has no_new_privs"
RUNTIME=$program
under setpriv --reuid "$user" --regid "$user" --clear-groups env XDG_RUNTIME_DIR="$xdg"
helper=$(realpath "$(command -v newuidmap)")
install -m 755 "$helper" "$tmp/powerless"
host_mount --bind "$tmp/powerless" "$helper"
expect_refused_create "newuidmap .*; '/.*/newuidmap' lacks the setuid bit"
install -m 775 "$helper" "$tmp/writable"
host_mount --bind "$tmp/writable" "$helper"
expect_refused_create "/linux/uidMappings: writing the map: '.*newuidmap' is not a file that root alone can write"
