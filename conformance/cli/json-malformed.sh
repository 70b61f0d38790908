# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": malformed JSON names the line and the column.
. "$KIT"
printf '{\n  "ociVersion": "1.0.2",\n  "process": {,}\n}\n' >"$bundle/config.json"
create
expect_error 'config\.json.*(3:15|line 3,? column 15)'
expect_nothing_left
