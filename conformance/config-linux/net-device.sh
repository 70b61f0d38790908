# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: the named devices are in the container's network namespace, up, under
# their own names if no other is given, and on the host no longer.
. "$KIT"
net_device one
net_device two
net_devices '{"one": {}, "two": {"name": "eth0"}}'
inside 'ip -o link; cat /sys/class/net/one/flags /proc/net/dev'
must create
[ ! -e /sys/class/net/one ] || fail 'the host still has the device'
ip link show one 2>/dev/null && fail 'the host still has the device'
must rt start "$id"
finish
expect_match ': one[@:].*[<,]UP[,>]'
expect_match ': eth0[@:].*[<,]UP[,>]'
expect_no_match ': two[@:]'
