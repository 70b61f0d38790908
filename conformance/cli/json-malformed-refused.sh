# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": malformed JSON is an error, and nothing is left.
. "$KIT"
for text in '' '{' '[]' 'null' '{"ociVersion": "1.0.2"' '{"a": 1} more' '{"a": "\x"}'; do
  printf '%s' "$text" >"$bundle/config.json"
  create
  expect_error
  expect_nothing_left
done
