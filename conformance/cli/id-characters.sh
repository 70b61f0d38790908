# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: letters, digits and '_+.-' make an id.
. "$KIT"
for name in A_b+c.d-9 0 "x$(printf '%0100d' 1)"; do
  must rt create --bundle "$bundle" "$name-$TOKEN"
  expect_equal "$(state .id "$name-$TOKEN")" "$name-$TOKEN" id
  must rt delete --force "$name-$TOKEN"
done
