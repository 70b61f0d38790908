# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: without an id it is an error.
. "$KIT"
rt start
expect_error
