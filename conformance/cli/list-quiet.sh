# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: list -q is the ids alone.
. "$KIT"
must create
must rt list -q
expect_output "$id"
