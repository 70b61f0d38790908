# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a poststop hook reads the state on stdin: stopped.
. "$KIT"
hook poststop "cat >'$tmp/state'"
inside :
must create
must rt start "$id"
wait_state stopped
must rt delete "$id"
jq -e --arg id "$id" '.id == $id and .status == "stopped" and (.pid // 0) == 0' "$tmp/state" \
  >/dev/null || fail "state is '$(cat "$tmp/state")'"
