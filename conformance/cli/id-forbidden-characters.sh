# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: anything else makes no id.
. "$KIT"
for name in 'a b' 'a:b' 'a*' 'ä' 'a
b' 'a@b' "a'b"; do
  rt create --bundle "$bundle" "$name-$TOKEN"
  expect_error
done
expect_nothing_left
