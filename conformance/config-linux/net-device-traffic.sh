# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: the container sends and receives through the device.
. "$KIT"
net_device one
ip address add 192.0.2.7/24 dev one
ip address add 192.0.2.1/24 dev "$peer"
ip link set "$peer" up
net_devices '{"one": {"name": "net0"}}'
inside 'ping -c 1 -W 30 192.0.2.1'
config '.process.capabilities[] += ["CAP_NET_RAW"]'
must run
expect_match '1 packets received'
