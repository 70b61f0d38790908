# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Sysctl, with sysctl(8): a key may be written with slashes.
. "$KIT"
config '.linux.sysctl = {"net/ipv4/ip_forward": "1"}'
args cat /proc/sys/net/ipv4/ip_forward
must run
expect_output 1
