# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: without process there is nothing to run, and start is an error at the latest.
. "$KIT"
config 'del(.process)'
create
if [ "$status" = 0 ]; then
  rt start "$id"
  expect_error
else
  expect_error
  expect_nothing_left
fi
