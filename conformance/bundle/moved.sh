# SPDX-License-Identifier: Apache-2.0
# bundle.md, Container Format: all artifacts stand in one directory, which is not itself a part: a
# bundle unpacked under another name is the same bundle.
. "$KIT"
inside 'echo moved'
mkdir "$tmp/another name"
tar -C "$bundle" -c . | tar -C "$tmp/another name" -x
rt run --bundle "$tmp/another name" "$id"
expect_success
expect_output moved
