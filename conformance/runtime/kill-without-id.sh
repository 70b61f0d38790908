# SPDX-License-Identifier: Apache-2.0
# runtime.md, Kill: without an id it is an error.
. "$KIT"
rt kill
expect_error
