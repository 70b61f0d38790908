# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: with a template that ends in %d the kernel finds a name, also where the
# namespace has such names already, and for more than one device.
. "$KIT"
holder net -n
nsenter -t "$holder" -n ip link add eth0 type veth peer name other 2>/dev/null || skip 'ip(8) and veth'
net_device one
net_device two
ip address add 192.0.2.7/24 dev one
net_devices '{"one": {"name": "eth%d"}, "two": {"name": "eth%d"}}' "/proc/$holder/ns/net"
must create
nsenter -t "$holder" -n ip -o link >"$tmp/links"
expect_equal "$(grep -cE ': eth[0-9]+@' "$tmp/links")" 3 'the number of such names'
nsenter -t "$holder" -n ip -o address | grep -q 'eth[1-9].*inet 192.0.2.7/24' || fail 'the address did not come along'
