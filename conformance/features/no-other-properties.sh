# SPDX-License-Identifier: Apache-2.0
# features.md, Specification version: no property that the specification of that version does not define.
. "$KIT"
must rt features
jq -e 'keys - ["ociVersionMin", "ociVersionMax", "hooks", "mountOptions", "linux", "annotations",
  "potentiallyUnsafeConfigAnnotations"] == []' "$out" >/dev/null || fail "others: $(jq -c keys "$out")"
jq -e '.linux | keys - ["namespaces", "capabilities", "cgroup", "seccomp", "apparmor", "selinux",
  "intelRdt", "memoryPolicy", "mountExtensions", "netDevices"] == []' "$out" >/dev/null ||
  fail "others below linux: $(jq -c '.linux | keys' "$out")"
