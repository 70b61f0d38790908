# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3, and issue 2 "bad input": an id is never a path.
. "$KIT"
mkdir -p "$DIR/outside"
for name in . .. ../outside "../$TOKEN" /etc "$TOKEN/x" "a/../$TOKEN" ''; do
  rt create --bundle "$bundle" "$name"
  expect_error
  rt delete --force "$name"
  expect_error
  rt state "$name"
  expect_error
done
[ -d "$DIR/outside" ] || fail 'something outside was deleted'
expect_equal "$(find "$root" -mindepth 1 -name "*$TOKEN*" | wc -l)" 0 'number of things made'
