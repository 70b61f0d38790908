# SPDX-License-Identifier: Apache-2.0
# issue 4: when the user may have no more keys, the container runs all the same, and a warning names
# what to raise.
# hull-only: runc refuses the container, crun says nothing
. "$KIT"
process_tool
"$process" keyring | grep -q '^keyring;' || skip 'a kernel with keys'
# Nobody else's host id: keys are counted for it.
namespace user
config '.linux.uidMappings = [{containerID: 0, hostID: 424242, size: 1}]
      | .linux.gidMappings = .linux.uidMappings'
chown -R 424242:424242 "$bundle/rootfs"
config 'del(.mounts[] | select(.destination == "/dev/pts"))'
setpriv --reuid 424242 --regid 424242 --clear-groups "$process" fill-keys >"$tmp/said" &
holders+=($!)
wait_until [ -s "$tmp/said" ]
[ "$(cat "$tmp/said")" = full ] || skip 'a quota of keys'
inside 'echo ran'
must run --log-level warning
expect_output ran
grep -q '/proc/sys/kernel/keys/maxkeys or maxbytes' "$err" || fail "no warning: '$(cat "$err")'"
