# SPDX-License-Identifier: Apache-2.0
# features.md, Annotations: a map of strings.
. "$KIT"
must rt features
jq -e '(.annotations // {}) | type == "object" and all(.[]; type == "string")
  and all(keys[]; . != "")' "$out" >/dev/null || fail "annotations are $(jq -c .annotations "$out")"
