# SPDX-License-Identifier: Apache-2.0
# peers.md 1.4: list -f json is an array of states, with created and owner.
. "$KIT"
must create
must rt list -f json
jq -e --arg id "$id" --arg bundle "$bundle" 'length == 1 and .[0].id == $id and
  .[0].status == "created" and .[0].pid > 0 and .[0].bundle == $bundle and
  (.[0].created | test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T")) and .[0].owner == "root"' "$out" >/dev/null ||
  fail "it is '$(cat "$out")'"
