# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: another format is an error.
. "$KIT"
rt list -f xml
expect_error
