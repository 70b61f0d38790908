# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a createContainer hook reads the state on stdin.
. "$KIT"
hook createContainer "cat >'$tmp/state'"
must create
jq -e --arg id "$id" --arg bundle "$bundle" '.id == $id and .bundle == $bundle and
  (.ociVersion | type) == "string" and has("pid")' "$tmp/state" >/dev/null ||
  fail "state is '$(cat "$tmp/state")'"
