# SPDX-License-Identifier: Apache-2.0
# runtime.md, Query State: without an id it is an error.
. "$KIT"
rt state
expect_error
