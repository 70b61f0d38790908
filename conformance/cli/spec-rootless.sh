# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: spec --rootless has a user namespace, and no network namespace.
. "$KIT"
cd "$tmp"
must rt spec --rootless
jq -e '[.linux.namespaces[].type] | index("user") and (index("network") | not)' config.json >/dev/null ||
  fail "namespaces are $(jq -c .linux.namespaces config.json)"
jq -e '.linux.uidMappings | length == 1' config.json >/dev/null || fail 'no mapping'
