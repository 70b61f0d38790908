# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: permanent addresses of global scope of every family move along, others
# do not.
. "$KIT"
net_device one
ip address add 192.0.2.7/24 dev one
ip address add 192.0.2.8/24 dev one label one:b
ip address add 198.51.100.1 peer 198.51.100.2/32 dev one
ip address add 203.0.113.9/24 dev one scope link
ip address add 192.0.2.10/24 dev one valid_lft 1000 preferred_lft 1000
ip -6 address add 2001:db8::7/64 dev one nodad || skip IPv6
ip -6 address add fe80::7/64 dev one nodad
ip link set one up
net_devices '{"one": {"name": "net0"}}'
must create
at=$(state .pid)
nsenter -t "$at" -n ip address show dev net0 >"$tmp/addresses"
sed 's/^/  /' "$tmp/addresses"
has() { grep -q -e "$1" "$tmp/addresses" || fail "no '$1' in $(tr -s ' \n' ' ' <"$tmp/addresses")"; }
has 'inet 192.0.2.7/24 .*global net0$'
has 'inet 192.0.2.8/24 .*global secondary net0:b$'
has 'inet 198.51.100.1 peer 198.51.100.2/32 '
has 'inet6 2001:db8::7/64 scope global'
! grep -qE '203.0.113|192.0.2.10|fe80::7' "$tmp/addresses" || fail 'an address that is not global or not permanent moved too'
