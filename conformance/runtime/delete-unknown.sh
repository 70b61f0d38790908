# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: a container that does not exist cannot be deleted.
. "$KIT"
rt delete "$id"
expect_error
