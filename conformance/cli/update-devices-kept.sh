# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update never touches the device rules: those it is sent are passed over, with a warning when they differ.
# hull-only: the warning is ours
. "$KIT"
controller pids
config '.linux.devices = [{path: "/dev/a", type: "c", major: 42, minor: 1}]
  | .linux.resources.devices = [{allow: false, access: "rwm"}]'
inside 'read line </tmp/go; cat /dev/a 2>&1; echo end'
mkfifo -m 666 "$bundle/rootfs/tmp/go"
must create
echo '{"devices": [{"allow": true, "access": "rwm"}], "pids": {"limit": 33}}' >"$tmp/r.json"
must rt update --resources "$tmp/r.json" "$id"
must rt --log-level warning --log "$tmp/log" update --resources "$tmp/r.json" "$id"
grep -q 'devices: update leaves the rules as create made them' "$tmp/log" || fail "the log is $(cat "$tmp/log")"
expect_limit pids.max 33 pids.max 33
must rt start "$id"
echo >"$bundle/rootfs/tmp/go"
wait_state stopped
grep -q 'Operation not permitted' "$container_out" || fail "the device: $(cat "$container_out")"
