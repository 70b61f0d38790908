# SPDX-License-Identifier: Apache-2.0
# issue 4: the streams of exec, detached or not, are no nodes of the host's either; also where the container has
# put something else in the place of its own.
. "$KIT"
private_dev
config '.process.capabilities |= map_values(. + ["CAP_CHOWN", "CAP_FOWNER", "CAP_DAC_OVERRIDE", "CAP_SYS_ADMIN"] | unique)'
same_ids() {
  config '.linux.namespaces += [{type: "user"}] | .linux.uidMappings = [{containerID: 0, hostID: 0, size: 65536}]
    | .linux.gidMappings = .linux.uidMappings'
}
args sleep 1000
harm='cat <&0 | wc -c >/counted; echo lost
  for n in 0 1 2; do
    [ -c /proc/$$/fd/$n ] || continue
    chown 1:1 /proc/$$/fd/$n; touch -d "2001-02-03 04:05" /proc/$$/fd/$n; chmod 000 /proc/$$/fd/$n
  done
  mv /counted /done'
# harmed [FLAG]...: what exec is given for streams.
harmed() {
  echo "exec $* in $here"
  rm -f "$bundle/rootfs/done"
  "$RUNTIME" --root "$root" exec "$@" "$id" sh -c "$harm" </dev/null >/dev/null 2>/dev/full || fail "exec $* ended with $?"
  wait_until [ -e "$bundle/rootfs/done" ]
  expect_equal "$(cat "$bundle/rootfs/done")" 0 'bytes read'
  expect_nodes_kept "after $here, exec $*"
}
for kind in plain same_ids; do
  [ "$kind" = plain ] || $kind
  must create
  here="$kind, created"
  harmed
  must rt start "$id"
  # Its own null device, out of sight; a link to another; a file; a pipe; a device that is another.
  for place in : 'mount -t tmpfs tmpfs /dev' 'ln -sf zero /dev/null' \
    'rm /dev/null; echo text >/dev/null' 'rm /dev/null; mkfifo /dev/null' 'rm /dev/null; mknod /dev/null c 1 5'; do
    "$RUNTIME" --root "$root" exec "$id" sh -c "$place" >"$tmp/placed" 2>&1 ||
      case $kind:$place in same_ids:*mknod*) ;; *) fail "$place: $(cat "$tmp/placed")" ;; esac
    here="$kind, $place"
    harmed
    harmed --detach
    harmed --user 0:5
  done
  must rt kill "$id" KILL
  wait_state stopped
  must rt delete "$id"
done
