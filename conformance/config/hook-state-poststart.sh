# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a poststart hook reads the state on stdin: running, with its pid.
. "$KIT"
hook poststart "cat >'$tmp/state'"
args sleep 1000
must create
must rt start "$id"
jq -e --arg id "$id" --arg pid "$(state .pid)" '.id == $id and .status == "running" and
  (.pid | tostring) == $pid' "$tmp/state" >/dev/null || fail "state is '$(cat "$tmp/state")'"
