# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: into a network namespace that is joined by its path, where they outlive
# the container: the runtime does not move them back.
. "$KIT"
holder net -n
net_device one
net_devices '{"one": {"name": "net0"}}' "/proc/$holder/ns/net"
inside 'cat /proc/net/dev'
must run
expect_match '^ *net0:'
rt delete --force "$id"
nsenter -t "$holder" -n ip link show net0 >/dev/null || fail 'the device has left the namespace'
ip link show one 2>/dev/null && fail 'the device came back'
exit 0
