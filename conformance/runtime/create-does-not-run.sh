# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 2: the program is not run before start.
. "$KIT"
inside 'echo ran >/ran'
must create
sleep 0.3
[ ! -e "$bundle/rootfs/ran" ] || fail 'create ran the program'
expect_state created
