# SPDX-License-Identifier: Apache-2.0
# runtime.md, Operations: state, create, start, kill and delete are there.
. "$KIT"
for operation in state create start kill delete; do
  rt $operation
  ! grep -qiE "unknown command|no such command|no help topic" "$out" "$err" || fail "there is no '$operation'"
  expect_error
done
