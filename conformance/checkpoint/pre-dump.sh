# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: memory is dumped in steps, and the container runs on until the last.
. "$KIT"
checkpoints
criu check --feature mem_dirty_track >/dev/null 2>&1 || skip 'a kernel that tracks changes of memory (CONFIG_MEM_SOFT_DIRTY)'
must run --detach
counts_on 1
images=$tmp/first
must checkpoint --pre-dump
expect_state running
counts_on "$(counted)"
images=$tmp/second
must checkpoint --parent-path ../first
expect_nothing_left
[ "$(readlink "$images/parent")" = ../first ] || fail 'the images have no parent'
must restore
counts_on 1
