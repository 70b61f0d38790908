# SPDX-License-Identifier: Apache-2.0
# config.md, Valid values: an invalid value is an error: rootfsPropagation.
. "$KIT"
config '.linux.rootfsPropagation = "nonsense"'
expect_refused_create nonsense
