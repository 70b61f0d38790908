# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: two devices may have each other's names inside.
. "$KIT"
net_device one
net_device two
ip address add 192.0.2.1/24 dev one
ip address add 192.0.2.2/24 dev two
net_devices '{"one": {"name": "two"}, "two": {"name": "one"}}'
must create
nsenter -t "$(state .pid)" -n ip -o address >"$tmp/addresses"
grep -q ' two .*192.0.2.1/24' "$tmp/addresses" || fail "$(cat "$tmp/addresses")"
grep -q ' one .*192.0.2.2/24' "$tmp/addresses" || fail "$(cat "$tmp/addresses")"
