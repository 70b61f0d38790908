# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: without an id it is an error.
. "$KIT"
rt delete
expect_error
