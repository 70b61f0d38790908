# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory: what exceeds the limit is killed.
. "$KIT"
controller memory
config '.linux.resources.memory.limit = 16777216'
inside 'dd if=/dev/zero of=/dev/shm/file bs=1M count=60 2>/dev/null; echo "ended with $?"'
run
expect_no_match 'ended with 0'
