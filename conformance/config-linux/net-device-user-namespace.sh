# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: with a user namespace, whose root then rules the device.
. "$KIT"
net_device one
ip address add 192.0.2.7/24 dev one
user_namespace
net_devices '{"one": {"name": "net0"}}'
inside 'ip address show dev net0; ip link set net0 mtu 1300 && ip link show net0'
config '.process.capabilities[] = ["CAP_NET_ADMIN"]'
must run
expect_match 'inet 192.0.2.7/24'
expect_match 'mtu 1300'
