# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: a name that the container's network namespace has is an error, and the
# device stays what it was.
. "$KIT"
holder net -n
nsenter -t "$holder" -n ip link add eth0 type veth peer name eth1 2>/dev/null || skip 'ip(8) and veth'
net_device one
ip address add 192.0.2.7/24 dev one
ip link set one up
net_devices '{"one": {"name": "eth0"}}' "/proc/$holder/ns/net"
expect_refused_create eth0
ip address show dev one | grep -q 'inet 192.0.2.7/24' || fail 'the device has lost its address'
net_devices '{"one": {"name": "lo"}}'
expect_refused_create lo
ip address show dev one | grep -q 'inet 192.0.2.7/24' || fail 'the device has lost its address'
