# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: ps of a stopped container has no processes; of an unknown one it is an error.
. "$KIT"
rt ps -f json "$id"
expect_error '(does not exist|no such file)'
must create
must rt start "$id"
wait_state stopped
must rt ps -f json "$id"
jq -e '. == [] or . == null' "$out" >/dev/null || fail "it is '$(cat "$out")'"
