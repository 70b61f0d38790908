# SPDX-License-Identifier: Apache-2.0
# issue 4: a container's addresses are random and its kernel is the real one, whatever the personality
# of whoever called the runtime.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
args process show personality
under setarch linux32 -R
must run
expect_output 0
