# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Sysctl: without a network namespace of its own, net.* would be the runtime's: an error.
. "$KIT"
without_namespace network
config '.linux.sysctl = {"net.ipv4.ip_forward": $value}' --arg value "$(cat /proc/sys/net/ipv4/ip_forward)"
expect_refused_create 'net.ipv4.ip_forward'
