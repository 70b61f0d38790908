# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: a sysctl may be about the device, so it is there before.
. "$KIT"
net_device one
net_devices '{"one": {"name": "net0"}}'
config '.linux.sysctl = {"net.ipv4.conf.net0.rp_filter": "2"}'
args cat /proc/sys/net/ipv4/conf/net0/rp_filter
must run
expect_output 2
