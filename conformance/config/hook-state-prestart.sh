# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a prestart hook reads the state on stdin; the container is being created.
. "$KIT"
hook prestart "cat >'$tmp/state'"
must create
jq -e --arg id "$id" --arg bundle "$bundle" --arg pid "$(state .pid)" '.id == $id and
  .bundle == $bundle and (.pid | tostring) == $pid and (.ociVersion | type) == "string"' \
  "$tmp/state" >/dev/null || fail "state is '$(cat "$tmp/state")'"
