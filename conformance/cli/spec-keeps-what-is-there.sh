# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: spec does not overwrite a config.json.
. "$KIT"
cd "$tmp"
echo mine >config.json
rt spec
expect_error 'exist'
expect_equal "$(cat config.json)" mine 'the file'
