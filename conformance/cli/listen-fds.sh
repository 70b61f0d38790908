# SPDX-License-Identifier: Apache-2.0
# managers.md 0: LISTEN_FDS counts only when LISTEN_PID is the runtime's own pid.
. "$KIT"
echo three >"$tmp/three"
inside 'cat <&3; echo end'
status=0
(exec 3<"$tmp/three"
  LISTEN_FDS=1 LISTEN_PID=1 "$RUNTIME" --root "$root" run --bundle "$bundle" "$id" </dev/null) >"$DIR/out.l" 2>/dev/null || :
out=$DIR/out.l
expect_no_match three
