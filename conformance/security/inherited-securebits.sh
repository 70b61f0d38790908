# SPDX-License-Identifier: Apache-2.0
# issue 4: in a container uid 0 is root and others are not, whatever the secure bits of whoever called
# the runtime.
# hull-only: the peers leave them to the container
. "$KIT"
process_tool
args process show securebits
under setpriv --securebits=+no_setuid_fixup
must run
expect_output 0
