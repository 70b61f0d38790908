# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: it is checked whether a device can be moved: a caller without
# CAP_NET_ADMIN is told that it lacks it, and keeps the device as it was.
# hull-only: the text that names the reason
. "$KIT"
# Joined: in a namespace of its own init may be the first to fail, at lo.
holder net -n
net_device one
ip address add 192.0.2.7/24 dev one
ip link set one up
net_devices '{"one": {"name": "net0"}}' "/proc/$holder/ns/net"
under setpriv --bounding-set=-net_admin --inh-caps=-net_admin
expect_refused_create '/linux/netDevices/one: .*CAP_NET_ADMIN'
ip address show dev one | grep -q 'inet 192.0.2.7/24' || fail 'the device has lost its address'
