# SPDX-License-Identifier: Apache-2.0
# features-linux.md, Intel RDT: enabled, with schemata and monitoring, whatever the host has.
. "$KIT"
must rt features
jq -e '.linux.intelRdt == {enabled: true, schemata: true, monitoring: true}' "$out" >/dev/null || fail "$(jq -c .linux.intelRdt "$out")"
