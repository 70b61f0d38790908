# SPDX-License-Identifier: Apache-2.0
# issue 4: a container does not run at the nice value of whoever called the runtime.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
renice -n 7 -p $$ >/dev/null
args process show nice
must run
expect_output 0
