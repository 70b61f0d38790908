# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: an unknown id, for each verb: "does not exist".
. "$KIT"
for call in "start $id" "kill $id KILL" "delete $id" "state $id"; do
  # shellcheck disable=SC2086 # words are meant
  rt $call
  expect_error 'container.* does not exist'
done
