# SPDX-License-Identifier: Apache-2.0
# features-linux.md, Namespaces: the types that the runtime knows; all eight of the specification.
. "$KIT"
must rt features
for type in cgroup ipc mount network pid time user uts; do
  jq -e --arg type $type '.linux.namespaces | index($type)' "$out" >/dev/null || fail "no '$type'"
done
