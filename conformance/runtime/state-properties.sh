# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: ociVersion, id, status, pid and bundle are there, with the types of the schema.
. "$KIT"
must create
must rt state "$id"
jq -e '(.ociVersion | type) == "string" and (.id | type) == "string"
  and (.status | type) == "string" and (.pid | type) == "number" and .pid > 0
  and (.bundle | type) == "string"' "$out" >/dev/null || fail "state is '$(cat "$out")'"
expect_equal "$(jq -r .id "$out")" "$id" id
