# SPDX-License-Identifier: Apache-2.0
# issue 4: a container's timers are as late as any process's, not as late as those of whoever called
# the runtime.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
args process show slack
under "$process" set-slack 1
must run
expect_output 50000
