# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a startContainer hook reads the state on stdin.
. "$KIT"
hook startContainer 'cat >/tmp/state'
inside 'cat /tmp/state'
must run
jq -e --arg id "$id" --arg bundle "$bundle" '.id == $id and .bundle == $bundle' "$out" >/dev/null ||
  fail "state is '$(cat "$out")'"
