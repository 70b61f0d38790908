# SPDX-License-Identifier: Apache-2.0
# config.md, Valid values: a value of the wrong JSON type is an error.
. "$KIT"
config '.process.args = "sh"'
expect_refused_create args
