# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Control groups, and config.md, Valid values: a limit of the wrong type is an error.
. "$KIT"
config '.linux.resources.memory.limit = "much"'
expect_refused_create
