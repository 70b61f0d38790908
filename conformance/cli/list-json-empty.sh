# SPDX-License-Identifier: Apache-2.0
# peers.md 1.4: without containers it is null or an empty array.
. "$KIT"
must rt list --format json
jq -e '. == null or . == []' "$out" >/dev/null || fail "it is '$(cat "$out")'"
