# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network Devices: what cannot be moved is an error: no network namespace but the caller's,
# names that are none, two of one name, a device that is not there, lo.
. "$KIT"
net_device one
net_device two
cp "$bundle/config.json" "$tmp/config.json"
refuse() {
  cp "$tmp/config.json" "$bundle/config.json"
  net_devices "$1"
  expect_refused_create
}
refuse '{"no-such": {}}'
refuse '{"lo": {"name": "lo7"}}'
refuse '{"one": {"name": "a/b"}}'
refuse '{"one": {"name": "a-name-longer-than-15"}}'
refuse '{"one": {"name": "same"}, "two": {"name": "same"}}'
refuse '{"one": {"name": "a%s"}}'
cp "$tmp/config.json" "$bundle/config.json"
net_devices '{"one": {}}' "/proc/$$/ns/net"
expect_refused_create
cp "$tmp/config.json" "$bundle/config.json"
without_namespace network
config '.linux.netDevices = {one: {}}'
expect_refused_create
ip link show one >/dev/null && ip link show two >/dev/null || fail 'a device has gone'
