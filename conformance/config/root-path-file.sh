# SPDX-License-Identifier: Apache-2.0
# config.md, Root: what exists at path is a directory.
. "$KIT"
echo text >"$bundle/file"
config '.root.path = "file"'
expect_refused_create
