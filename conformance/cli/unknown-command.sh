# SPDX-License-Identifier: Apache-2.0
# peers.md 1.2: an unknown command is an error on stderr.
. "$KIT"
rt nonsense
expect_error nonsense
