# SPDX-License-Identifier: Apache-2.0
# issue 2: what a later issue will do is refused by name until then, never passed by.
# hull-only: the peers have their own sets
. "$KIT"
cp "$bundle/config.json" "$tmp/config.json"
refuse() {
  jq "$2" "$tmp/config.json" >"$bundle/config.json"
  expect_refused_create "$1"
}
refuse intelRdt '.linux.intelRdt = {closID: "../x"}'
refuse netDevices '.linux.netDevices = {"no-such": {}}'
refuse memoryPolicy '.linux.memoryPolicy = {mode: "MPOL_NONSENSE"}'
refuse scheduler '.process.scheduler = {policy: "SCHED_NONSENSE"}'
refuse ioPriority '.process.ioPriority = {class: "IOPRIO_CLASS_NONSENSE", priority: 1}'
refuse hugepageLimits '.linux.resources.hugepageLimits = [{pageSize: "3MB", limit: 1}]'
