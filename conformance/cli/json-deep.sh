# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": a text nested without end is refused, not died of.
. "$KIT"
{ printf '{"ociVersion": "1.0.2", "deep": '; printf '[%.0s' $(seq 200000); } >"$bundle/config.json"
create
expect_error
expect_nothing_left
