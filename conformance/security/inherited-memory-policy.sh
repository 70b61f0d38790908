# SPDX-License-Identifier: Apache-2.0
# issue 4: a container's memory is not bound to the nodes of whoever called the runtime.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
[ "$("$process" show memory)" = 0 ] || skip 'a kernel with memory policies'
args process show memory
under "$process" on-node-0
must run
expect_output 0
