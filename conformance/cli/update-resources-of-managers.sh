# SPDX-License-Identifier: Apache-2.0
# managers.md 4: update takes what managers send: all of the resources again, device rules, zeros for unset.
. "$KIT"
controller pids
config '.linux.devices = [{path: "/dev/a", type: "c", major: 42, minor: 1}]
  | .linux.resources.devices = [{allow: false, access: "rwm"}, {allow: true, type: "c", major: 42, minor: 1, access: "rwm"}]'
inside 'read line </tmp/go; cat /dev/a 2>&1; echo end'
mkfifo -m 666 "$bundle/rootfs/tmp/go"
must create
jq '.linux.resources + {memory: {limit: 0, disableOOMKiller: false}, cpu: {shares: 0, cpus: ""},
  pids: {limit: 33}, blockIO: {weight: 0}}' "$bundle/config.json" >"$tmp/r.json"
must rt update --resources "$tmp/r.json" "$id"
[ ! -s "$err" ] || fail "it said $(cat "$err")"
expect_limit pids.max 33 pids.max 33
must rt start "$id"
echo >"$bundle/rootfs/tmp/go"
wait_state stopped
# 42:1 is still allowed: it has no driver.
grep -q 'No such device or address' "$container_out" || fail "the device: $(cat "$container_out")"
