# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Sysctl: a kernel parameter of the network namespace.
. "$KIT"
config '.linux.sysctl = {"net.ipv4.ip_forward": "1", "net.ipv4.ping_group_range": "0 0"}'
inside 'cat /proc/sys/net/ipv4/ip_forward /proc/sys/net/ipv4/ping_group_range'
must run
expect_match '^1$'
expect_match '^0\s0$'
