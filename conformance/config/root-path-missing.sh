# SPDX-License-Identifier: Apache-2.0
# config.md, Root: a directory exists at path; if not, create is an error.
. "$KIT"
config '.root.path = "nowhere"'
expect_refused_create
