# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: an explicit --root that is not there cannot be listed, or lists nothing.
. "$KIT"
status=0
"$RUNTIME" --root "$tmp/nowhere" list -q >"$DIR/list" 2>&1 </dev/null || status=$?
[ "$status" != 0 ] || [ ! -s "$DIR/list" ] || fail "it lists '$(cat "$DIR/list")'"
