# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: without a terminal nothing is bound to /dev/console.
. "$KIT"
inside 'grep " /dev/console " /proc/self/mountinfo; echo end'
must run
expect_output end
