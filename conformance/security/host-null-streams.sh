# SPDX-License-Identifier: Apache-2.0
# issue 4: a standard stream that is a memory device, or the terminal by the name /dev/tty, is no node of the
# host's that the container could change; it is the same device and opened for the same.
. "$KIT"
private_dev
config '.process.capabilities |= map_values(. + ["CAP_CHOWN", "CAP_FOWNER", "CAP_DAC_OVERRIDE", "CAP_SYS_ADMIN"] | unique)'
# By what the kernel says of each: its flags are those of open(2), in octal.
inside '
  exec 9>/told
  for n in 0 1 2; do
    echo "$n $(stat -L -c %t:%T /proc/$$/fd/$n) $(sed -n "s/^flags:.*\(.\)$/\1/p" /proc/$$/fdinfo/$n)" >&9
  done
  for n in 0 1 2; do
    [ -c /proc/$$/fd/$n ] || continue
    chown 1:1 /proc/$$/fd/$n; touch -d "2001-02-03 04:05" /proc/$$/fd/$n; chmod 000 /proc/$$/fd/$n
  done; :'
cp "$bundle/config.json" "$tmp/config.json"
# streamed: the container $id with this call's streams; what it told of them is in $out.
streamed() {
  rm -f "$bundle/rootfs/told"
  "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id" || fail "it ended with $? with $change"
  out=$bundle/rootfs/told err=/dev/null
}
same_ids='.linux.namespaces += [{type: "user"}] | .linux.uidMappings = [{containerID: 0, hostID: 0, size: 65536}]
  | .linux.gidMappings = .linux.uidMappings'
no_dev='.mounts |= map(select(.destination | startswith("/dev") | not))'
empty_dev="$no_dev | .mounts += [{destination: \"/dev\", source: \"$tmp/empty\", options: [\"bind\"]}]"
mkdir "$tmp/empty"
for change in . "$no_dev" "$empty_dev" "$same_ids" "$same_ids | $empty_dev" '.process.user = {uid: 1000, gid: 1000}'; do
  cp "$tmp/config.json" "$bundle/config.json"
  config "$change"
  chmod 777 "$bundle/rootfs"
  streamed </dev/null >/dev/null 2>/dev/null
  expect_output "$(printf '%s\n' '0 1:3 0' '1 1:3 1' '2 1:3 1')"
  expect_nodes_kept "with $change"
  streamed </dev/zero >/dev/full 2<>/dev/null
  expect_output "$(printf '%s\n' '0 1:5 0' '1 1:7 1' '2 1:3 2')"
  expect_nodes_kept "with $change"
  streamed </dev/urandom >/dev/kmsg 2<>/dev/random
  expect_output "$(printf '%s\n' '0 1:9 0' '1 1:b 1' '2 1:8 2')"
  expect_nodes_kept "with $change"
done
cp "$tmp/config.json" "$bundle/config.json"
terminal sh -c "'$RUNTIME' --root '$root' ${manager[*]} run --bundle '$bundle' '$id' </dev/tty >/dev/tty 2>/dev/null"
expect_status 0
out=$bundle/rootfs/told
expect_output "$(printf '%s\n' '0 5:0 0' '1 5:0 1' '2 1:3 1')"
expect_nodes_kept 'as a terminal'
# Created, and started by somebody else.
config '.process.args = ["sleep", "1000"]'
must create
! readlink "/proc/$(state .pid)/fd/0" | grep -v '^/dev/null$' || fail 'the stream is something else'
[ "$(stat -L -c %d:%i "/proc/$(state .pid)/fd/0")" != "$(stat -c %d:%i /dev/null)" ] || fail "it is the host's node"
