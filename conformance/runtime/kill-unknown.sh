# SPDX-License-Identifier: Apache-2.0
# runtime.md, Kill: a container that does not exist cannot be signalled.
. "$KIT"
rt kill "$id" KILL
expect_error
