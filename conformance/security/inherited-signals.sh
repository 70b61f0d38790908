# SPDX-License-Identifier: Apache-2.0
# issue 4: what the caller ignores or blocks, the container hears.
. "$KIT"
attacks
status=0
"$attack" deaf "$RUNTIME" --root "$root" "${manager[@]}" create --bundle "$bundle" "$id" </dev/null >/dev/null 2>&1 || status=$?
expect_success
must rt delete --force "$id"
args /bin/attack listen
"$attack" deaf "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id" </dev/null >"$DIR/heard" 2>&1 || status=$?
out=$DIR/heard
expect_success
expect_output ''
