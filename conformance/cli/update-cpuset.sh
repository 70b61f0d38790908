# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --cpuset-cpus and --cpuset-mems.
. "$KIT"
controller cpuset
[ "$(nproc --all)" -gt 1 ] || skip 'two processors'
must create
must rt update --cpuset-cpus 1 --cpuset-mems 0 "$id"
expect_limit cpuset.cpus 1 cpuset.cpus 1
expect_limit cpuset.mems 0 cpuset.mems 0
