# SPDX-License-Identifier: Apache-2.0
# hazards.md 10: \u0000 in a string is an error.
. "$KIT"
config '.process.args = ["echo", "a\u0000b"]'
expect_refused_create 'u0000|nul'
