# SPDX-License-Identifier: Apache-2.0
# managers.md 1.5: a paused container can be dumped, and is running when restored.
. "$KIT"
checkpoints
must run --detach
counts_on 2
must rt pause "$id"
must checkpoint
expect_nothing_left
must restore
expect_state running
counts_on 2
