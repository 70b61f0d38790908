# SPDX-License-Identifier: Apache-2.0
# issue 5: when create fails after they were moved, devices are the host's again, with name, index, address
# and state; also when it fails at the second of them, and when a signal ends it.
# hull-only: the peers leave that to the kernel, which destroys virtual ones
. "$KIT"
net_device one
ip address add 192.0.2.7/24 dev one
ip -6 address add 2001:db8::7/64 dev one nodad
ip link set one up
index=$(cat /proc/net/dev_mcast | awk '$2 == "one" { print $1; exit }')
intact() {
  ip -o link show one | grep -q "^$index: one@.*[<,]UP[,>]" || fail "it is $(ip -o link show one)"
  ip address show dev one | grep -q 'inet 192.0.2.7/24' || fail 'its address is gone'
  ip address show dev one | grep -q 'inet6 2001:db8::7/64' || fail 'its IPv6 address is gone'
}
net_devices '{"one": {"name": "net0"}}'
args /no/such/program
expect_refused_create
intact
args true
hook createRuntime 'exit 3'
expect_refused_create
intact
config 'del(.hooks)'
hook createRuntime 'kill -TERM $PPID'
create
[ "$status" != 0 ] || fail 'create did not end on SIGTERM'
intact
config 'del(.hooks)'
net_devices '{"one": {"name": "net0"}, "two": {}}'
expect_refused_create '/linux/netDevices/two: there is no such network device'
intact
