# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: the device's attributes are preserved: MTU, hardware address, alias.
. "$KIT"
net_device one
ip link set one mtu 1400 address 02:00:00:00:00:07 alias 'an alias'
net_devices '{"one": {"name": "net0"}}'
must create
nsenter -t "$(state .pid)" -n ip link show net0 >"$tmp/link"
grep -q 'mtu 1400 ' "$tmp/link" || fail "$(cat "$tmp/link")"
grep -q '02:00:00:00:00:07' "$tmp/link" || fail "$(cat "$tmp/link")"
grep -q 'alias an alias' "$tmp/link" || fail "$(cat "$tmp/link")"
