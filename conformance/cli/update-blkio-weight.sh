# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --blkio-weight.
. "$KIT"
controller blkio io
must create
file=$(cd "$(own_cgroup)" && ls blkio.weight blkio.bfq.weight io.bfq.weight io.weight 2>/dev/null | head -n 1)
[ -n "$file" ] || skip 'a kernel that weighs block I/O'
must rt update --blkio-weight 300 "$id"
case $file in
  io.weight) expected='default 2930' ;;
  io.bfq.weight) expected='default 300' ;;
  *) expected=300 ;;
esac
expect_equal "$(head -n 1 "$(own_cgroup)/$file")" "$expected" "$file"
