# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: a container that does not exist cannot be started.
. "$KIT"
rt start "$id"
expect_error
