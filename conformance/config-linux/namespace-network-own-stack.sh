# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces, network: its own stack: only the loopback device, and it is up.
. "$KIT"
inside 'ls /sys/class/net; cat /sys/class/net/lo/flags'
must run
expect_output 'lo
0x9'
