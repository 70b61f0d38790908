# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: a /dev/console that is a link does not lead the terminal to the host.
. "$KIT"
config '.mounts |= map(select(.destination | startswith("/dev") | not)) | .process.terminal = true'
touch "$tmp/victim"
ln -s "$tmp/victim" "$bundle/rootfs/dev/console"
inside 'echo ran'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
[ ! -s "$tmp/victim" ] || fail 'the file of the host was written'
! grep -q " $tmp/victim " /proc/self/mountinfo || fail 'the file of the host was mounted upon'
