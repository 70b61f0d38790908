# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: run --keep leaves the stopped container to be looked at.
. "$KIT"
inside 'exit 0'
run --keep
expect_success
expect_state stopped
