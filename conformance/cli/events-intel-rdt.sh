# SPDX-License-Identifier: Apache-2.0
# peers.md 1.4: events --stats tells the schemata of a container's group of resctrl, and what it counts.
. "$KIT"
resctrl
line=$(cache_line) || skip 'RDT allocation'
args sleep 1000
config '.linux.intelRdt = {}'
must create
must rt events --stats "$id"
[ "$(jq -r '.data.intel_rdt.schemata | index($line) != null' --arg line "$line" "$out")" = true ] ||
  fail "'$line' is not among $(jq -c '.data.intel_rdt.schemata' "$out")"
