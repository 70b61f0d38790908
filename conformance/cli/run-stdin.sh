# SPDX-License-Identifier: Apache-2.0
# managers.md 0: without a terminal the container reads the caller's stdin.
. "$KIT"
inside 'read line; echo "got $line"'
echo text | "$RUNTIME" --root "$root" run --bundle "$bundle" "$id" >"$DIR/answer" 2>&1 || fail "$(cat "$DIR/answer")"
expect_equal "$(cat "$DIR/answer")" 'got text' answer
