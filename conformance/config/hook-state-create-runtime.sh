# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a createRuntime hook reads the state on stdin, with the pid as the host sees it.
. "$KIT"
hook createRuntime "cat >'$tmp/state'"
must create
jq -e --arg id "$id" --arg bundle "$bundle" --arg pid "$(state .pid)" '.id == $id and
  .bundle == $bundle and (.pid | tostring) == $pid and (.ociVersion | type) == "string"' \
  "$tmp/state" >/dev/null || fail "state is '$(cat "$tmp/state")'"
