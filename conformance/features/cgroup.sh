# SPDX-License-Identifier: Apache-2.0
# features-linux.md, Cgroup: v1 and v2 are told as booleans.
. "$KIT"
must rt features
jq -e '.linux.cgroup | (.v1 | type) == "boolean" and (.v2 | type) == "boolean"' "$out" >/dev/null ||
  fail "cgroup is $(jq -c .linux.cgroup "$out")"
